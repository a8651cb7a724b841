using Deque.AxeCore.Commons;

namespace TrainingHub.BrowserTests;

/// <summary>What is wrong with pages for those who look at them: one line each, empty when nothing is.</summary>
internal sealed class Findings
{
    private static readonly int[] Widths = [320, Visit.Phone, 640, 1024, Visit.Desktop];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself, which has no frames: the package for Playwright opens an empty page for every look, ten times as dear as the look.
    // Describing what is in order takes axe most of its time.
    private const string Violations = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return violations.filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id} (${violation.impact}) ${node.html}`));
        }
        """;

    public List<string> Unopened { get; } = [];

    /// <summary>Wider than the screen.</summary>
    public List<string> Wide { get; } = [];

    /// <summary>What axe calls serious or critical, at a desk and on a phone.</summary>
    public List<string> Serious { get; } = [];

    /// <summary>Without one heading, a title and the language.</summary>
    public List<string> Untitled { get; } = [];

    public IEnumerable<string> All => [.. Unopened, .. Wide, .. Serious, .. Untitled];

    /// <summary>Opens pages, which must be there, and looks at each.</summary>
    public async Task OpenAsync(Visit visit, params string[] paths)
    {
        foreach (var path in paths)
        {
            await visit.OpenAsync(path);
            await AddAsync(visit, path);
        }
    }

    /// <summary>Looks at the page that is open.</summary>
    public async Task AddAsync(Visit visit, string name)
    {
        var (headings, title, language) = (await visit.Page.Locator("h1").CountAsync(), await visit.Page.TitleAsync(), await visit.Page.GetAttributeAsync("html", "lang"));
        if (headings != 1 || title.StartsWith(" ·", StringComparison.Ordinal) || !string.Equals(language, "zh-Hans", StringComparison.Ordinal))
        {
            Untitled.Add($"{name}: {headings} h1, title “{title}”, language {language}");
        }

        await visit.Page.EvaluateAsync(Axe);
        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            if (await visit.OverflowAsync() is > 0 and var pixels)
            {
                Wide.Add($"{name}: {pixels} px wider than {width} ({await visit.WidestAsync()})");
            }

            if (width is Visit.Phone or Visit.Desktop)
            {
                Serious.AddRange((await visit.Page.EvaluateAsync<string[]>(Violations)).Select(violation => $"{name} at {width}: {violation}"));
            }
        }
    }
}
