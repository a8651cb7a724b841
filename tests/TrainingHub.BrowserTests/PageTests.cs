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
        ("quizzes/{slug}/allowances", "/quizzes/rotation-2024/allowances", SmallWorld.CityOfficer),
        ("quizzes/{slug}/attempts", "/quizzes/rotation-2024/attempts", SmallWorld.CityOfficer),
        ("quizzes/{slug}/marks", "/quizzes/rotation-2024/marks", SmallWorld.CityOfficer),
        ("quizzes/{slug}/people/{person:guid}/allowances", $"/quizzes/rotation-2024/people/{WorldIds.Of("person", SmallWorld.Teacher)}/allowances", SmallWorld.CityOfficer),
        ("quizzes/{slug}/regrades", "/quizzes/rotation-2024/regrades", SmallWorld.CityOfficer),
        ("quizzes/{slug}/results", "/quizzes/rotation-2024/results", SmallWorld.CityOfficer),
        ("quizzes/{slug}/results/absent", "/quizzes/rotation-2024/results/absent", SmallWorld.CityOfficer),
        ("quizzes/{slug}/results/questions", "/quizzes/rotation-2024/results/questions", SmallWorld.CityOfficer),
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
        ("people/{id:guid}/timeline", $"/people/{WorldIds.Of("person", SmallWorld.VicePrincipal)}/timeline", SmallWorld.CityOfficer),
        ("reminders/missing/{code}", $"/reminders/missing/{School}", SmallWorld.CityOfficer),
    ];

    /// <summary>Whose right to open the plain pages suffices.</summary>
    private static readonly string[] Lookers = ["", SmallWorld.VicePrincipal, SmallWorld.CityOfficer];

    // The pages are opened once for all tests of this class, which xUnit runs one after the other.
    private static Task<Findings>? _walk;

    [Fact]
    public async Task Every_page_can_be_opened_by_somebody() => AssertNone((await WalkAsync()).Unopened);

    [Fact]
    public async Task No_page_scrolls_sideways() => AssertNone((await WalkAsync()).Wide);

    [Fact]
    public async Task No_page_shuts_anybody_out() => AssertNone((await WalkAsync()).Serious);

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_its_language() => AssertNone((await WalkAsync()).Untitled);

    /// <summary>A look that finds nothing is worth as much as what it would have found.</summary>
    [Fact]
    public async Task A_page_that_is_too_wide_and_shuts_somebody_out_is_found()
    {
        await using var visit = await app.VisitAsync();
        await visit.OpenAsync("/account/session");
        await visit.Page.EvaluateAsync("""
            () => {
              const picture = document.createElement('img');
              picture.src = '/icons.svg';
              const pale = Object.assign(document.createElement('p'), { textContent: '看不清' });
              pale.style.cssText = 'color: rgb(220, 220, 220); background: rgb(255, 255, 255); width: 1600px';
              document.querySelector('main').append(picture, pale, document.createElement('h1'));
            }
            """);
        var findings = new Findings();

        await findings.AddAsync(visit, "broken");

        Assert.Equal(["image-alt", "color-contrast"], findings.Serious.Where(found => found.StartsWith("broken at 390: ", StringComparison.Ordinal)).Select(found => found.Split(' ')[3]).OrderDescending());
        Assert.Equal(findings.Serious.Count / 2, findings.Serious.Count(found => found.StartsWith("broken at 1440: ", StringComparison.Ordinal)));
        Assert.Equal(5, findings.Wide.Count);
        Assert.Single(findings.Untitled);
    }

    private static void AssertNone(IReadOnlyCollection<string> findings) => Assert.Empty(findings.Distinct());

    private Task<Findings> WalkAsync() => _walk ??= LookAsync();

    /// <summary>Every page, opened by the first who may.</summary>
    private async Task<Findings> LookAsync()
    {
        var findings = new Findings();
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
                    await findings.AddAsync(visit, $"{page.Path} as {(person.Length == 0 ? "visitor" : person)}");
                }
            }
        }

        findings.Unopened.AddRange(left.Select(page => $"nobody could open {page.Path}"));
        return findings;
    }
}
