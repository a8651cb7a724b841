using System.Net;
using System.Text.RegularExpressions;

namespace TrainingHub.WebTests.Guards;

/// <summary>Publishes a clean copy once and asks it for every file that its pages name.</summary>
[Trait("Category", "publish")]
public sealed partial class PublishTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".svg"] = "image/svg+xml",
        [".ico"] = "image/x-icon",
        [".png"] = "image/png",
        [".ttf"] = "application/x-font-ttf",
        [".woff2"] = "font/woff2",
        [".webmanifest"] = "application/manifest+json",
    };

    [Fact]
    public async Task Answers_on_its_first_page_and_is_healthy()
    {
        using var home = await app.Http.GetAsync(new Uri("/", UriKind.Relative));
        using var health = await app.Http.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Serves_every_file_that_a_view_or_module_names()
    {
        var named = NamedFiles();
        Assert.Contains("/lib/tabler/tabler.used.css", named);
        Assert.Contains("/icons.svg", named);

        foreach (var path in named)
        {
            await AssertServedAsync(path);
        }
    }

    [Fact]
    public async Task Serves_every_file_that_the_first_page_names()
    {
        var html = await app.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        var named = Link().Matches(html).Select(found => WebUtility.HtmlDecode(found.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(named);

        foreach (var path in named)
        {
            await AssertServedAsync(path);
        }
    }

    [Fact]
    public async Task Brings_its_courses_and_no_demo_world()
    {
        Assert.True(File.Exists(Path.Combine(app.Application, "courses", "major-hazards-2024", "course.yml")));
        Assert.True(File.Exists(Path.Combine(app.Application, "fonts", "NotoSansSC-Regular.ttf")));
        Assert.False(File.Exists(Path.Combine(app.Application, "TrainingHub.Seeds.dll")));
        Assert.DoesNotContain("packages.lock.json", Directory.EnumerateFiles(app.Application).Select(Path.GetFileName));

        using var answer = await app.Http.GetAsync(new Uri("/packages.lock.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task AssertServedAsync(string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        Assert.Equal(ContentTypes[Path.GetExtension(path.Split('?')[0])], answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static SortedSet<string> NamedFiles()
    {
        var web = Path.Combine(TestFiles.Root, "src", "TrainingHub.Web");
        var files = new SortedSet<string>(StringComparer.Ordinal) { "/icons.svg" };
        foreach (var view in Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories))
        {
            files.UnionWith(Named().Matches(File.ReadAllText(view)).Select(found => found.Groups[1].Value));
        }

        var modules = Path.Combine(web, "wwwroot", "js");
        foreach (var module in Directory.Exists(modules) ? Directory.GetFiles(modules, "*.js") : [])
        {
            files.Add($"/js/{Path.GetFileName(module)}");
        }

        return files;
    }

    [GeneratedRegex("""(?:href|src)="~?(/[\w./-]+\.(?:css|js|svg|ico|png|woff2|ttf|webmanifest))[?"#]""")]
    private static partial Regex Named();

    [GeneratedRegex("""<(?:link|script|img|use)\s[^>]*?(?:href|src)="(/[^"#]+\.(?:css|js|svg|ico|png|woff2)(?:\?[^"#]*)?)[#"]""")]
    private static partial Regex Link();
}
