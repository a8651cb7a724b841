using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Written answers that two people mark without seeing each other's marks, and a third where they differ too much.</summary>
public abstract class MarkingTests(WebApp app)
{
    private const string Path = $"/quizzes/{AllKinds.Slug}/attempts/1";
    private const string Marks = $"/quizzes/{AllKinds.Slug}/marks";
    private const string Rule = $"/quizzes/{AllKinds.Slug}/marking";

    [Fact]
    public async Task Two_people_mark_unseen_and_a_third_decides_where_they_differ_too_much()
    {
        await AllKinds.PublishAsync(app);
        using var near = await app.SignInAsync(SmallWorld.Principal);
        using var apart = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await MayMarkAsync(SmallWorld.BinhePrincipal);
        using var third = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var set = await city.PostAsync(Rule, [new("IsDouble", "true"), new("MostApart", "1")]);
        // Four points for the answer, of weights 1 and 3.
        var (one, other) = (await HandInAsync(near, SmallWorld.Principal), await HandInAsync(apart, SmallWorld.VicePrincipal));

        await GiveAsync(city, one, "1", "2");
        await GiveAsync(city, other, "1", "3");
        var unseen = (await county.ReadAsync(one), await county.ReadAsync(Marks));
        await GiveAsync(county, one, "1", "3");
        await GiveAsync(county, other, "0", "1");
        var disputed = (City: await city.ReadAsync(Marks), County: await county.ReadAsync(Marks), Third: await third.ReadAsync(Marks));
        using var again = await city.GetAsync(other);
        using var late = await city.PostAsync(other, [new("Given", "1"), new("Given", "3")]);
        var decided = await app.AttemptAsync(SmallWorld.Principal, slug: AllKinds.Slug);
        var waiting = await app.AttemptAsync(SmallWorld.VicePrincipal, slug: AllKinds.Slug);
        await GiveAsync(third, other, "0", "2");
        var settled = await app.AttemptAsync(SmallWorld.VicePrincipal, slug: AllKinds.Slug);

        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.DoesNotContain("selected=\"selected\"", System.Text.RegularExpressions.Regex.Replace(unseen.Item1, "<option value=\"0\"[^>]*>", ""), StringComparison.Ordinal);
        Assert.Contains("由两人分别评阅", unseen.Item1, StringComparison.Ordinal);
        Assert.Contains("待你评阅（第二人）", unseen.Item2, StringComparison.Ordinal);
        Assert.DoesNotContain("给分：", unseen.Item2, StringComparison.Ordinal);
        // The mean of three and four points, half rounded up.
        Assert.Equal((decided.FullPoints, true), (decided.Points, decided.Passed));
        Assert.True(waiting.WaitsForMarks);
        Assert.Contains("给分：4、1", disputed.City, StringComparison.Ordinal);
        Assert.Contains("给分：1、4", disputed.County, StringComparison.Ordinal);
        Assert.Contains("由你定分", disputed.Third, StringComparison.Ordinal);
        Assert.DoesNotContain("给分：", disputed.Third, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, late.StatusCode));
        Assert.Equal(settled.FullPoints - 2, settled.Points);
        Assert.Equal(5, await app.WithDbAsync(db => db.AnswerMarks.CountAsync(mark => mark.AttemptId == decided.Id || mark.AttemptId == settled.Id)));
    }

    [Fact]
    public async Task The_list_is_sorted_filtered_and_leads_from_one_answer_to_the_next()
    {
        await AllKinds.PublishAsync(app);
        using var first = await app.SignInAsync(SmallWorld.Responsible);
        using var second = await app.SignInAsync(SmallWorld.Teacher);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var set = await city.PostAsync(Rule, [new("IsDouble", "false"), new("MostApart", "0")]);
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var (one, other) = (await HandInAsync(first, SmallWorld.Responsible), await HandInAsync(second, SmallWorld.Teacher));

        var list = await county.ReadAsync($"{Marks}?state=Yours&sort=Code.down&question={AllKinds.Questions[^1].Hash}");
        using var next = await county.PostAsync(one, [new("Given", "0"), new("Given", "0"), new("then", "next")]);
        var given = await county.ReadAsync($"{Marks}?state=Given");
        using var done = await county.PostAsync(other, [new("Given", "0"), new("Given", "0"), new("then", "next")]);
        using var overtaken = await county.PostAsync(other, [new("Given", "0"), new("Given", "0")]);
        var nothing = await county.ReadAsync($"{Marks}?question=none&page=9");

        Assert.Contains(one, list, StringComparison.Ordinal);
        Assert.Contains(other, list, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", list, StringComparison.Ordinal);
        Assert.NotEqual(one, next.Headers.Location!.OriginalString);
        Assert.StartsWith(Marks, next.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(one, given, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, overtaken.StatusCode);
        Assert.Contains("没有符合条件的答案", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_answers_are_marked_is_for_whoever_answers_for_the_quiz()
    {
        await AllKinds.PublishAsync(app);
        using var nobody = new TestBrowser(app);
        using var learner = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var arranged = await county.DraftAsync();
        Dictionary<string, string> rule = new() { ["IsDouble"] = "false", ["MostApart"] = "0" };

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync(Rule, rule)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(Rule, rule)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.PostAsync(Rule, rule)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await city.PostAsync("/quizzes/nothing/marking", rule)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await city.PostAsync(Rule, new(rule) { ["MostApart"] = "101" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostAsync($"/quizzes/{arranged}/marking", rule)).StatusCode);
        Assert.Contains("评阅方式", await county.ReadAsync($"/quizzes/{arranged}/marks"), StringComparison.Ordinal);
    }

    private Task<int> MayMarkAsync(string personKey) => app.WithDbAsync(async db =>
    {
        db.Grants.Add(new Grant
        {
            Id = Guid.CreateVersion7(),
            PersonId = WorldIds.Of("person", personKey),
            OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi),
            Capability = Capability.ManageQuizzes,
            GrantedAt = app.Clock.GetUtcNow().UtcDateTime,
        });
        return await db.SaveChangesAsync();
    });

    /// <summary>Answers everything rightly and hands in; where the written answer is marked.</summary>
    private async Task<string> HandInAsync(TestBrowser learner, string personKey)
    {
        await learner.StartAsync(AllKinds.Slug);
        await learner.AnswerAllAsync(Path, await AllKinds.RightAsync(app, personKey));
        Assert.Equal(HttpStatusCode.Redirect, await learner.HandInAsync(Path));
        return $"{Marks}/{(await app.AttemptAsync(personKey, slug: AllKinds.Slug)).Id}/{await AllKinds.NumberAsync(app, personKey, QuestionKind.Written)}";
    }

    private async Task GiveAsync(TestBrowser marker, string mark, string first, string second)
    {
        app.Clock.Move(TimeSpan.FromSeconds(1));
        using var given = await marker.PostAsync(mark, [new("Given", first), new("Given", second)]);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
    }
}

public sealed class MarkingOnSqlite(SqliteApp app) : MarkingTests(app), IClassFixture<SqliteApp>;

public sealed class MarkingOnPostgres(PostgresApp app) : MarkingTests(app), IClassFixture<PostgresApp>;
