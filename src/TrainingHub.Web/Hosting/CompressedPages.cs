using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace TrainingHub.Hosting;

/// <summary>
/// Which pages are sent compressed. A compressed page tells by its length whether what a stranger makes somebody ask for is a piece of
/// what stands in it (BREACH), so pages that mix a secret, the anti-forgery token above all, with anything of the request are never compressed. Left are
/// the standards for visitors without a session, whose pages hold no secret, and a lesson's text, which holds none and takes nothing of the request.
/// Files are compressed when the application is built.
/// </summary>
internal static class CompressedPages
{
    private const string Language = "th-language";

    extension(IServiceCollection services)
    {
        public void AddCompressedPages()
        {
            services.AddResponseCompression(compression => compression.EnableForHttps = true);
            services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        }
    }

    extension(WebApplication app)
    {
        public void UseCompressedPages() => app.UseWhen(context => HasNoSecret(context.Request), pages => pages.UseResponseCompression());
    }

    internal static bool HasNoSecret(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (IsLessonText(request.Path.Value ?? "")
            || (request.Path.StartsWithSegments("/standards", StringComparison.Ordinal) && request.Cookies.Keys.All(name => string.Equals(name, Language, StringComparison.Ordinal))));

    private static bool IsLessonText(string path) => path.Split('/') is ["", "courses", _, "lessons", _, "text", _];
}
