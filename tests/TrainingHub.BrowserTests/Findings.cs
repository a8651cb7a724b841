using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace TrainingHub.BrowserTests;

/// <summary>What is wrong with pages for those who look at them: one line each, empty when nothing is.</summary>
internal sealed class Findings
{
    private static readonly int[] Widths = [320, Visit.Phone, 640, 1024, Visit.Desktop];

    // Describing what is in order takes axe most of its time.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = new HashSet<ResultType> { ResultType.Violations } };

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

        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            if (await visit.OverflowAsync() is > 0 and var pixels)
            {
                Wide.Add($"{name}: {pixels} px wider than {width} ({await visit.WidestAsync()})");
            }

            if (width is Visit.Phone or Visit.Desktop)
            {
                var result = await visit.Page.RunAxe(OnlyViolations);
                Serious.AddRange(
                    from violation in result.Violations
                    where violation.Impact is "serious" or "critical"
                    from node in violation.Nodes
                    select $"{name} at {width}: {violation.Id} ({violation.Impact}) {node.Html}");
            }
        }
    }
}
