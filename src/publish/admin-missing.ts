/** site.yaml asks for /admin/, whose program is not installed: exit 3. */
export class AdminMissing extends Error {
  override readonly name = 'AdminMissing';

  constructor() {
    super(
      'site.yaml 要求网页投稿（cms），但没有安装它的程序。请运行 npm ci（不带 --omit=dev），或删去 site.yaml 里的 cms。',
    );
  }
}
