using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Time;
using TrainingHub.WebTests.Courses;

namespace TrainingHub.WebTests.Standards;

/// <summary>A later edition of the guideline is known and takes over in a month; a county has a course of its own that rests on it.</summary>
public abstract class UpcomingEditionTests(WebApp app) : IAsyncLifetime
{
    private const string Fifth = "第三条（一）第5项";
    private const string Own = "wangchuan-course";

    private DateOnly day;

    public async Task InitializeAsync()
    {
        day = await app.InsideAsync(services => Task.FromResult(services.GetRequiredService<DayClock>().Today)) is var today
            && await app.WithDbAsync(db => db.PublishedEditions.AnyAsync(edition => edition.Edition == "2030"))
            ? (await app.EditionAsync(StandardActions.Guideline, "2030")).FirstDay()
            : (await app.ReplaceGuidelineAsync(today.AddDays(30))).FirstDay();
        await app.InsideAsync(async services =>
        {
            var read = Assert.IsType<CourseOutcome.Read>(CourseReader.Read(Path.Combine(TestFiles.Root, "courses", CourseActions.Course)));
            var source = new CourseSource(new Dictionary<string, byte[]>(StringComparer.Ordinal), WorldIds.Of("organization", SmallWorld.Wangchuan), WorldIds.Of("person", SmallWorld.WangchuanOfficer));
            var content = read.Content with { Slug = Own, Hash = new string('f', 64), QuizSlug = "own-quiz", Quizzes = [read.Content.Quizzes[0] with { Slug = "own-quiz" }] };
            await services.GetRequiredService<PublishCourse>().RunAsync(content, read.Standards, source, default);
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_ahead_of_its_day_every_question_that_will_be_touched()
    {
        foreach (var course in await app.InsideAsync(async services => await services.GetRequiredService<CourseShelf>().CoursesAsync(default)))
        {
            var touched = course.Bank.Where(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline } or Basis.OfStatement { StandardSlug: StandardActions.Guideline });

            var rows = await RowsAsync(course);

            Assert.Equal(touched.Select(question => question.Hash).Order(StringComparer.Ordinal), rows.Where(row => !row.IsLesson && row.From == day).Select(row => row.Subject).Order(StringComparer.Ordinal));
            Assert.DoesNotContain(rows, row => row.From is null);
            Assert.Equal(
                course.Manifest.Lessons.Where(lesson => lesson.Clauses.Any(clause => clause.Edition.Slug is StandardActions.Guideline)).Select(lesson => lesson.Slug).Order(StringComparer.Ordinal),
                rows.Where(row => row.IsLesson).Select(row => row.Subject).Order(StringComparer.Ordinal));
        }

        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        Assert.Contains("2026年11月14日起", await officer.ReadAsync("/courses/stale?ahead=true&standing=Repealed"), StringComparison.Ordinal);
        Assert.Contains("没有需要复核的内容", await officer.ReadAsync("/courses/stale?ahead=false"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_reviewed_ahead_is_drawn_on_the_day_until_the_review_is_withdrawn()
    {
        var course = await app.ShelfAsync(Own);
        var altered = course.Bank.First(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: Fifth });
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = Own, ["subject"] = altered.Hash, ["under"] = $"{StandardActions.Guideline}@2030" };

        using var reviewed = await officer.PostAsync("/courses/stale/reviews", form);
        var prepared = await PapersOnAsync(course, day);
        var list = await officer.ReadAsync("/courses/stale?reviewed=true&course=" + Own);
        using var withdrawn = await officer.PostAsync("/courses/stale/withdrawals", form);
        using var again = await officer.PostAsync("/courses/stale/withdrawals", form);
        var bare = await PapersOnAsync(course, day);
        using var anew = await officer.PostAsync("/courses/stale/reviews", form);

        Assert.All([reviewed, withdrawn, again, anew], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Contains("撤回复核", list, StringComparison.Ordinal);
        Assert.Contains(prepared, question => string.Equals(question.Hash, altered.Hash, StringComparison.Ordinal));
        Assert.DoesNotContain(bare, question => string.Equals(question.Hash, altered.Hash, StringComparison.Ordinal));
        Assert.Contains(await PapersOnAsync(course, day), question => string.Equals(question.Hash, altered.Hash, StringComparison.Ordinal));
        Assert.Equal((2, 1), await app.WithDbAsync(async db => (await db.BasisReviews.CountAsync(review => review.Subject == altered.Hash), await db.BasisReviewWithdrawals.CountAsync())));
    }

    [Fact]
    public async Task An_author_sees_and_reviews_nothing_of_units_out_of_reach()
    {
        var course = await app.ShelfAsync(Own);
        var altered = course.Bank.Last(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: Fifth });
        using var owner = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = Own, ["subject"] = altered.Hash, ["under"] = $"{StandardActions.Guideline}@2030" };
        var national = new Dictionary<string, string>(form, StringComparer.Ordinal) { ["course"] = CourseActions.Course };

        var own = await owner.ReadAsync("/courses/stale");
        var foreign = await stranger.ReadAsync("/courses/stale");
        var exported = await stranger.ReadAsync("/courses/stale.csv?reviewed=true");
        foreach (var address in (string[])["/courses/stale/reviews", "/courses/stale/withdrawals"])
        {
            using var outOfReach = await stranger.PostAsync(address, form);
            using var bundled = await owner.PostAsync(address, national);
            using var forbidden = await teacher.PostAsync(address, form);
            using var signedOut = await visitor.PostAsync(address, form);
            using var empty = await owner.PostAsync(address, new Dictionary<string, string>(StringComparer.Ordinal));

            Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound],
                new[] { outOfReach, bundled, forbidden, signedOut, empty }.Select(answer => answer.StatusCode));
        }

        Assert.Contains(Own, own, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{CourseActions.Course}\"", own, StringComparison.Ordinal);
        Assert.Contains("没有需要复核的内容", foreign, StringComparison.Ordinal);
        Assert.DoesNotContain(altered.Prompt.Stem, exported, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<StaleRow>> RowsAsync(ShelfCourse course) =>
        app.InsideAsync(services => services.GetRequiredService<StaleRows>().OfAsync(course, default));

    private Task<IReadOnlyList<QuestionVersion>> PapersOnAsync(ShelfCourse course, DateOnly on) =>
        app.InsideAsync(services => services.GetRequiredService<CurrentBank>().ForPapersAsync(course, on, default));
}

public sealed class UpcomingEditionOnSqlite(SqliteApp app) : UpcomingEditionTests(app), IClassFixture<SqliteApp>;

public sealed class UpcomingEditionOnPostgres(PostgresApp app) : UpcomingEditionTests(app), IClassFixture<PostgresApp>;
