using Deque.AxeCore.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>Every page fits every screen and can be used by everybody. The pages come from the application's own routes, so new ones are looked at by themselves.</summary>
public sealed class PageTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Course = "major-hazards-2024";
    private static readonly string School = WorldIds.CodeOf(SmallWorld.School32);

    /// <summary>Pages with parts to fill in: the route, an address, who looks at it.</summary>
    private static readonly (string Route, string Path, string Person)[] FilledPages =
    [
        ("courses/{slug}", $"/courses/{Course}", SmallWorld.Principal),
        ("courses/{slug}/lessons/{lesson}", $"/courses/{Course}/lessons/what-is-a-major-hazard", SmallWorld.Principal),
        ("quizzes/{slug}", "/quizzes/rotation-2024", SmallWorld.Principal),
        ("coverage/{target}", "/coverage/s3-7-2026", SmallWorld.CityOfficer),
        ("coverage/{target}/people", "/coverage/s3-7-2026/people?state=missing", SmallWorld.CityOfficer),
        ("coverage/{target}/exclusions", "/coverage/s3-7-2026/exclusions", SmallWorld.CityOfficer),
        ("organizations/new", $"/organizations/new?parent={WorldIds.CodeOf(SmallWorld.Linxi)}", SmallWorld.CityOfficer),
        ("people/new", $"/people/new?organization={School}", SmallWorld.CityOfficer),
        ("organizations/{code}", $"/organizations/{School}", SmallWorld.CityOfficer),
        ("organizations/{code}/details", $"/organizations/{School}/details", SmallWorld.CityOfficer),
        ("organizations/{code}/declarations", $"/organizations/{School}/declarations", SmallWorld.CityOfficer),
        ("organizations/{code}/slips", $"/organizations/{School}/slips", SmallWorld.CityOfficer),
        ("people/{id:guid}", $"/people/{WorldIds.Of("person", SmallWorld.Principal)}", SmallWorld.CityOfficer),
        ("people/{id:guid}/grants", $"/people/{WorldIds.Of("person", SmallWorld.Principal)}/grants", SmallWorld.CityOfficer),
        ("people/{id:guid}/records", $"/people/{WorldIds.Of("person", SmallWorld.VicePrincipal)}/records", SmallWorld.CityOfficer),
    ];

    private readonly List<string> _unopened = [];

    /// <summary>Whose right to open the plain pages suffices.</summary>
    private static readonly string[] Lookers = ["", SmallWorld.VicePrincipal, SmallWorld.CityOfficer];

    private static readonly int[] Widths = [320, Visit.Phone, 640, 1024, Visit.Desktop];

    [Fact]
    public async Task No_page_scrolls_sideways()
    {
        var wide = new List<string>();
        await foreach (var (visit, path) in LookAsync())
        {
            foreach (var width in Widths)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                if (await visit.OverflowAsync() is > 0 and var pixels)
                {
                    wide.Add($"{path}: {pixels} px wider than {width} ({await visit.WidestAsync()})");
                }
            }
        }

        wide.AddRange(_unopened);
        Assert.True(wide.Count == 0, string.Join(Environment.NewLine, wide));
    }

    [Fact]
    public async Task No_page_shuts_anybody_out()
    {
        var serious = new List<string>();
        await foreach (var (visit, path) in LookAsync())
        {
            foreach (var width in (int[])[Visit.Phone, Visit.Desktop])
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                var result = await visit.Page.RunAxe();
                serious.AddRange(
                    from violation in result.Violations
                    where violation.Impact is "serious" or "critical"
                    from node in violation.Nodes
                    select $"{path} at {width}: {violation.Id} ({violation.Impact}) {node.Html}");
            }
        }

        serious.AddRange(_unopened);
        Assert.True(serious.Count == 0, string.Join(Environment.NewLine, serious.Distinct()));
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_its_language()
    {
        var wrong = new List<string>();
        await foreach (var (visit, path) in LookAsync())
        {
            var (headings, title, language) = (await visit.Page.Locator("h1").CountAsync(), await visit.Page.TitleAsync(), await visit.Page.GetAttributeAsync("html", "lang"));
            if (headings != 1 || title.StartsWith(" ·", StringComparison.Ordinal) || !string.Equals(language, "zh-Hans", StringComparison.Ordinal))
            {
                wrong.Add($"{path}: {headings} h1, title “{title}”, language {language}");
            }
        }

        wrong.AddRange(_unopened);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Every page, opened by the first who may; pages that nobody could open are findings, too.</summary>
    private async IAsyncEnumerable<(Visit Visit, string Path)> LookAsync()
    {
        var filled = FilledPages.Where(page => app.HasRoute(page.Route)).Select(page => (page.Path, page.Person));
        var left = app.PlainPages().Except(FilledPages.Select(page => $"/{page.Route}")).Select(path => (Path: path, Person: "")).Concat(filled).ToList();
        foreach (var person in (string[])[.. Lookers, .. filled.Select(page => page.Person).Distinct().Except(Lookers)])
        {
            await using var visit = await app.VisitAsync();
            // Who may not is told so, and the next one tries; a page that breaks ends up among those that nobody could open.
            visit.Expected.AddRange(["status of 403", "status of 404", "status of 500"]);
            if (person.Length > 0)
            {
                await visit.SignInAsync(person);
            }

            foreach (var page in left.Where(page => page.Person.Length == 0 || string.Equals(page.Person, person, StringComparison.Ordinal)).ToList())
            {
                var answer = await visit.Page.GotoAsync(page.Path);
                var isElsewhere = !visit.Page.Url.TrimEnd('/').EndsWith(page.Path.TrimEnd('/'), StringComparison.Ordinal);
                if (answer is not { Ok: true } || (isElsewhere && person.Length == 0))
                {
                    continue;
                }

                left.Remove(page);
                if (!isElsewhere)
                {
                    yield return (visit, $"{page.Path} as {(person.Length == 0 ? "visitor" : person)}");
                }
            }
        }

        _unopened.AddRange(left.Select(page => $"nobody could open {page.Path}"));
    }
}
