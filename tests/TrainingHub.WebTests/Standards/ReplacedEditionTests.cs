using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Standards;
using TrainingHub.Time;
using TrainingHub.WebTests.Courses;

namespace TrainingHub.WebTests.Standards;

/// <summary>A later edition of the guideline takes over tomorrow.</summary>
public abstract class ReplacedEditionTests(WebApp app) : IAsyncLifetime
{
    private const string Fifth = "第三条（一）第5项";

    public async Task InitializeAsync()
    {
        var today = await app.InsideAsync(services => Task.FromResult(services.GetRequiredService<DayClock>().Today));
        await app.ReplaceGuidelineAsync(today.AddDays(1));
        app.Clock.Move(TimeSpan.FromDays(2));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_every_question_and_lesson_that_rests_on_the_replaced_edition()
    {
        var course = await app.ShelfAsync();
        var touched = course.Bank.Where(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline } or Basis.OfStatement { StandardSlug: StandardActions.Guideline }).ToList();

        var rows = await app.InsideAsync(services => services.GetRequiredService<StaleRows>().OfAsync(course, default));

        var questions = rows.Where(row => !row.IsLesson).ToList();
        Assert.NotEmpty(touched);
        Assert.Equal(touched.Select(question => question.Hash).Order(StringComparer.Ordinal), questions.Select(row => row.Subject).Order(StringComparer.Ordinal));
        Assert.All(questions.Where(row => row.Clause is StandardActions.Sixth), row => Assert.Equal(ClauseStanding.Repealed, row.Standing));
        Assert.All(questions.Where(row => row.Clause is Fifth), row => Assert.Equal(ClauseStanding.Altered, row.Standing));
        Assert.Contains(rows, row => row.IsLesson && string.Equals(row.Subject, "hot-work-bikes-approval", StringComparison.Ordinal) && row.Standing is ClauseStanding.Repealed);
    }

    [Fact]
    public async Task Draws_nothing_that_was_repealed_and_what_was_altered_only_after_review()
    {
        var course = await app.ShelfAsync();
        var altered = course.Bank.First(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: Fifth });
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var before = await BankAsync(course);
        using var reviewed = await officer.PostAsync("/courses/stale/reviews", new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = course.Slug, ["subject"] = altered.Hash });
        using var again = await officer.PostAsync("/courses/stale/reviews", new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = course.Slug, ["subject"] = altered.Hash });
        var after = await BankAsync(course);

        Assert.DoesNotContain(before, question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: StandardActions.Sixth or Fifth });
        Assert.Contains(before, question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: "第三条（一）第9项" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (reviewed.StatusCode, again.StatusCode));
        Assert.Contains(after, question => string.Equals(question.Hash, altered.Hash, StringComparison.Ordinal));
        Assert.Equal(1, await app.WithDbAsync(db => db.BasisReviews.CountAsync(review => review.Subject == altered.Hash)));
        for (var seed = 0L; seed < 200; seed++)
        {
            var quiz = Assert.Single(course.Manifest.Quizzes);
            var paper = Assert.IsType<PaperOutcome.Drawn>(quiz.Blueprint.Draw(after, seed)).Paper;
            Assert.All(paper.Items, item => Assert.Contains(after, question => string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_was_repealed_cannot_be_found_still_right()
    {
        var course = await app.ShelfAsync();
        var repealed = course.Bank.First(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: StandardActions.Sixth });
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.PostAsync("/courses/stale/reviews", new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = course.Slug, ["subject"] = repealed.Hash });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("需要改题或停用", await officer.ReadAsync("/courses/stale?standing=Repealed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_new_editions_clause_tells_what_rests_on_the_earlier_one_and_no_stem_to_visitors()
    {
        var course = await app.ShelfAsync();
        var moved = course.Bank.Where(question => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: "第三条（一）第9项" }).ToList();
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var address = $"/standards/{StandardActions.Guideline}/clauses/{Uri.EscapeDataString("第三条（一）第10项")}?edition=2030";

        var open = await visitor.ReadAsync(address);
        var signedIn = await teacher.ReadAsync(address);

        Assert.NotEmpty(moved);
        Assert.Contains("依据的是较早的2024版", open, StringComparison.Ordinal);
        Assert.Contains($"href=\"/courses/{course.Slug}\"", open, StringComparison.Ordinal);
        Assert.Contains($"href=\"/courses/{course.Slug}/lessons/exits-and-windows\"", open, StringComparison.Ordinal);
        Assert.All(moved, question => Assert.DoesNotContain(question.Prompt.Stem, open, StringComparison.Ordinal));
        Assert.All(moved, question => Assert.Equal(question.MayBePractised, signedIn.Contains(question.Prompt.Stem, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_documents_page_lists_what_rests_on_it_without_a_clause()
    {
        var courses = await app.InsideAsync(async services => await services.GetRequiredService<CourseShelf>().CoursesAsync(default));
        var said = courses.SelectMany(course => course.Bank).First(question => question is { MayBePractised: true, Key.Basis: Basis.OfStatement { StandardSlug: not StandardActions.Guideline } });
        var basis = (Basis.OfStatement)said.Key.Basis;
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var address = $"/standards/{basis.StandardSlug}?edition={Uri.EscapeDataString(basis.Edition)}";

        Assert.Contains(said.Prompt.Stem, await teacher.ReadAsync(address), StringComparison.Ordinal);
        var open = await visitor.ReadAsync(address);
        Assert.Contains("以这份文件为依据", open, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Prompt.Stem, open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_work_list_is_for_authors_alone()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var anything = new Dictionary<string, string>(StringComparer.Ordinal) { ["course"] = "nothing", ["subject"] = "nothing" };

        using var signedOut = await visitor.GetAsync("/courses/stale");
        using var outOfScope = await teacher.GetAsync("/courses/stale");
        using var exported = await teacher.GetAsync("/courses/stale.csv");
        using var reviewed = await teacher.PostAsync("/courses/stale/reviews", anything);
        using var unknown = await officer.PostAsync("/courses/stale/reviews", anything);
        using var empty = await officer.PostAsync("/courses/stale/reviews", new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, outOfScope.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, exported.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, reviewed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, empty.StatusCode);
        Assert.Contains("条文已废止", await officer.ReadAsync("/courses/stale"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_of_banks_are_listed_for_who_reads_the_bank_and_drawn_only_while_their_clause_holds()
    {
        var unit = WorldIds.Of("organization", SmallWorld.Linxi);
        var repealed = await PublishAsync(unit, "电动自行车推进教学楼充电，怎样判定？", StandardActions.Sixth);
        var moved = await PublishAsync(unit, "外窗焊了打不开的铁栅栏，怎样判定？", "第三条（一）第9项");
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var beside = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var list = $"/questions?standard={StandardActions.Guideline}&edition=2024&clause={Uri.EscapeDataString(StandardActions.Sixth)}";
        var clause = $"/standards/{StandardActions.Guideline}/clauses/{Uri.EscapeDataString(StandardActions.Sixth)}?edition=2024";

        Assert.Contains($"{list}\">1道题", await author.ReadAsync("/courses/stale?standing=Repealed"), StringComparison.Ordinal);
        Assert.Contains(repealed, await author.ReadAsync(list), StringComparison.Ordinal);
        Assert.Contains($"{list}\">题库里有1道题以这一条为依据", await author.ReadAsync(clause), StringComparison.Ordinal);
        Assert.DoesNotContain("题库里", await beside.ReadAsync("/courses/stale"), StringComparison.Ordinal);
        Assert.DoesNotContain("题库里", await teacher.ReadAsync(clause), StringComparison.Ordinal);
        var drawn = (await app.InsideAsync(services => services.GetRequiredService<BankPool>().ReadAsync(unit, default))).Select(one => one.Question.Prompt.Stem).ToList();
        Assert.Contains(moved, drawn, StringComparer.Ordinal);
        Assert.DoesNotContain(repealed, drawn, StringComparer.Ordinal);
    }

    private async Task<string> PublishAsync(Guid unit, string stem, string clause)
    {
        var by = WorldIds.Of("person", SmallWorld.LinxiOfficer);
        var question = new QuestionVersion(
            new("", QuestionKind.Single, stem, ["直接判定", "综合判定", "不判定"]),
            new([0], "见《指南》。", new Basis.OfClause(StandardActions.Guideline, "2024", clause)), QuestionUse.Both, 1);
        await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>().RunAsync(unit, null, [new IncomingQuestion(question, [], [], "")], by, default));
        await app.WithDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var kept = await db.BankQuestions.SingleAsync(row => row.OwnerId == unit && row.Title == stem);
            kept.Move(BankStep.Submit, by, "", isAlone: true, now);
            kept.Move(BankStep.Publish, by, "", isAlone: true, now);
            return await db.SaveChangesAsync();
        });
        return stem;
    }

    private Task<IReadOnlyList<QuestionVersion>> BankAsync(ShelfCourse course) =>
        app.InsideAsync(services => services.GetRequiredService<CurrentBank>().OfAsync(course, default));
}

public sealed class ReplacedEditionOnSqlite(SqliteApp app) : ReplacedEditionTests(app), IClassFixture<SqliteApp>;

public sealed class ReplacedEditionOnPostgres(PostgresApp app) : ReplacedEditionTests(app), IClassFixture<PostgresApp>;
