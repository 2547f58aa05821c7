//! `serve`: the built page on this machine.

use std::io::{self, Write};
use std::net::SocketAddr;

use axum::Router;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::map_response;
use axum::response::Response;
use target_table::Lang;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::Failure;
use crate::args::Serve;

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// Where the search for a free port begins, and how far it goes.
const FIRST_PORT: u16 = 8080;
const PORTS: u16 = 20;

/// Serves until interrupted.
pub fn run(args: &Serve, lang: Lang, out: &mut impl Write) -> Result<(), Failure> {
    if !args.site.join("index.html").is_file() {
        let site = args.site.display();
        return Err(Failure::Sentence(match lang {
            Lang::Zh => format!(
                "{site} 里没有 index.html，请先用 cargo xtask serve 生成页面，或用 --site 指明文件夹。"
            ),
            Lang::En => format!(
                "There is no index.html in {site}; build the page with cargo xtask serve, or name its folder with --site."
            ),
        }));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = listen(args, lang).await?;
        writeln!(out, "http://{}/", listener.local_addr()?)?;
        out.flush()?;
        let router = Router::new()
            .fallback_service(ServeDir::new(&args.site))
            .layer(map_response(with_headers));
        axum::serve(listener, router).await?;
        Ok(())
    })
}

/// Listens on the port asked for, or on the first free one.
async fn listen(args: &Serve, lang: Lang) -> Result<TcpListener, Failure> {
    let (first, last) = match args.port {
        Some(port) => (port, port),
        None => (FIRST_PORT, FIRST_PORT + PORTS - 1),
    };
    let mut refused = None;
    for port in first..=last {
        match TcpListener::bind(SocketAddr::new(args.host, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => refused = Some(error),
        }
    }
    let taken = refused
        .as_ref()
        .is_some_and(|error| error.kind() == io::ErrorKind::AddrInUse);
    let ports = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    let host = args.host;
    let why = refused.map_or(String::new(), |error| error.to_string());
    Err(Failure::Sentence(match (lang, taken) {
        (Lang::Zh, true) => format!("{host} 的端口 {ports} 已被占用，请用 --port 换一个。"),
        (Lang::En, true) => {
            format!("Port {ports} of {host} is taken; choose another one with --port.")
        }
        (Lang::Zh, false) => {
            format!("不能在 {host} 的端口 {ports} 上监听（{why}），请用 --host 和 --port 换一个。")
        }
        (Lang::En, false) => format!(
            "Port {ports} of {host} cannot be listened on ({why}); choose others with --host and --port."
        ),
    }))
}

/// The policy is for pages only: Chromium 92 and earlier refuses wasm in a worker whose script comes with one.
async fn with_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    if is_page(headers) {
        headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
