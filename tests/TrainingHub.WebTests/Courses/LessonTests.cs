using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Courses;

public abstract class LessonTests(WebApp app)
{
    [Fact]
    public async Task Finishes_a_lesson_with_the_fifth_right_answer()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[0];
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        var before = await browser.ReadAsync(Address(lesson));

        await browser.FinishLessonAsync(course, lesson);

        Assert.Contains("aria-disabled=\"true\"", before, StringComparison.Ordinal);
        Assert.Contains("检查题已答对0 / 5", before, StringComparison.Ordinal);
        Assert.Contains("答对5题完成", before, StringComparison.Ordinal);
        var after = await browser.ReadAsync(Address(lesson));
        Assert.DoesNotContain("aria-disabled=\"true\"", after, StringComparison.Ordinal);
        Assert.Contains("本课已完成", after, StringComparison.Ordinal);
        Assert.Contains(Address(course.Manifest.Lessons[1]), after, StringComparison.Ordinal);
        var completion = Assert.Single(await app.CompletionsAsync(SmallWorld.Principal));
        Assert.Equal((lesson.Slug, course.Hash), (completion.LessonSlug, completion.CourseHash));
        Assert.Equal(5, await app.CountAnswersAsync(SmallWorld.Principal, lesson.Slug));
        Assert.Contains("已完成1 / 7课", await browser.ReadAsync($"/courses/{course.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_the_clause_after_a_wrong_answer_tells_no_key_and_asks_another_question()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[1];
        using var browser = await app.SignInAsync(SmallWorld.Teacher);

        var first = await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.WrongLettersOn(course.Bank, shown));
        var told = await browser.ReadAsync(Address(lesson));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var second = await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.LettersOn(course.Bank, shown));
        var after = await browser.ReadAsync(Address(lesson));

        Assert.Contains("回答不正确", told, StringComparison.Ordinal);
        Assert.Contains("<details class=\"th-clause mt-3\" open=\"open\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked(course, first).Key.Explanation, told, StringComparison.Ordinal);
        Assert.NotEqual(Asked(course, first).Hash, Asked(course, second).Hash);
        Assert.Contains("回答正确", after, StringComparison.Ordinal);
        Assert.Contains(Asked(course, second).Key.Explanation, after, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked(course, first).Key.Explanation, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rests_after_three_wrong_in_a_row_while_reading_goes_on()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[5];
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        for (var wrong = 0; wrong < 3; wrong++)
        {
            await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.WrongLettersOn(course.Bank, shown));
        }

        var resting = await browser.ReadAsync(Address(lesson));
        var none = await browser.StepAsync(Address(lesson));
        app.Clock.Move(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var still = await browser.StepAsync(Address(lesson));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.WrongLettersOn(course.Bank, shown));
        var answered = await browser.AnswerStepsAsync(Address(lesson), shown => AnswerBook.LettersOn(course.Bank, shown));
        var held = await browser.ReadAsync(Address(lesson));

        Assert.Contains("检查题休息到", resting, StringComparison.Ordinal);
        Assert.Null(none);
        Assert.Null(still);
        // Who was wrong four times answers the whole pool, and is done half an hour after the first question.
        Assert.Equal(8, answered);
        Assert.Contains("本课最早在", held, StringComparison.Ordinal);
        Assert.Contains("答错的题较多", held, StringComparison.Ordinal);
        Assert.DoesNotContain("本课已完成", held, StringComparison.Ordinal);
        app.Clock.Move(TimeSpan.FromMinutes(20));
        Assert.Contains("本课已完成", await browser.ReadAsync(Address(lesson)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_rightly_but_faster_than_anybody_reads_is_asked_the_whole_pool_and_does_not_wait()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[2];
        using var script = await app.SignInAsync(SmallWorld.CityOfficer);
        var asked = 0;
        while (await script.StepAsync(Address(lesson)) is { } step)
        {
            using var answer = await script.SendStepAsync(step.Address, AnswerBook.LettersOn(course.Bank, step.Shown));
            asked++;
        }

        Assert.Equal(lesson.Checks.Count, asked);
        Assert.Contains("本课已完成", await script.ReadAsync(Address(lesson)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_in_haste_and_wrongly_twice_is_done_half_an_hour_after_the_first_question()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[2];
        using var script = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var answered = 0;
        while (await script.StepAsync(Address(lesson)) is { } step)
        {
            var letters = answered is 0 or 2 ? AnswerBook.WrongLettersOn(course.Bank, step.Shown) : AnswerBook.LettersOn(course.Bank, step.Shown);
            using var answer = await script.SendStepAsync(step.Address, letters);
            answered++;
        }

        var held = await script.ReadAsync(Address(lesson));
        app.Clock.Move(LessonProof.Floor - TimeSpan.FromSeconds(1));
        await script.ReadAsync(Address(lesson));
        var before = await app.CompletionsAsync(SmallWorld.LinxiOfficer);
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var done = await script.ReadAsync(Address(lesson));

        Assert.Contains("答错的题较多", held, StringComparison.Ordinal);
        Assert.DoesNotContain(before, completion => string.Equals(completion.LessonSlug, lesson.Slug, StringComparison.Ordinal));
        Assert.Contains("本课已完成", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nobody_the_answers_of_another()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[6];
        using var one = await app.SignInAsync(SmallWorld.Responsible);
        using var other = await app.SignInAsync(SmallWorld.BinhePrincipal);
        await one.FinishLessonAsync(course, lesson);

        var page = await other.ReadAsync(Address(lesson));

        Assert.Contains("已答对0 / 5题", page, StringComparison.Ordinal);
        Assert.All(lesson.Checks, check => Assert.DoesNotContain(course.FindQuestion(check)!.Key.Explanation, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Withholds_a_check_while_its_question_is_on_an_open_paper()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[3];
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var first = Asked(course, await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.LettersOn(course.Bank, shown)));
        var step = (await browser.StepAsync(Address(lesson)))!;
        var attemptId = await OpenPaperAsync(SmallWorld.SchoolAdministrator, course, [.. lesson.Checks.Select(check => course.FindQuestion(check)!.Hash)]);

        using var refused = await browser.SendStepAsync(step.Address, AnswerBook.LettersOn(course.Bank, step.Shown));
        var page = await browser.ReadAsync(Address(lesson));
        var none = await browser.StepAsync(Address(lesson));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("在你正在作答的试卷中", page, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Key.Explanation, page, StringComparison.Ordinal);
        Assert.Null(none);
        Assert.Equal(1, await app.CountAnswersAsync(SmallWorld.SchoolAdministrator, lesson.Slug));

        await HandInAsync(attemptId);

        await browser.AnswerStepAsync(Address(lesson), shown => AnswerBook.LettersOn(course.Bank, shown));
        Assert.Contains(first.Key.Explanation, await browser.ReadAsync(Address(lesson)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("AA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Refuses_a_choice_that_the_question_does_not_have(string letters)
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[4];
        using var browser = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        var step = (await browser.StepAsync(Address(lesson)))!;

        using var answer = await browser.SendStepAsync(step.Address, letters);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("先选择答案再提交", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await app.CountAnswersAsync(SmallWorld.WangchuanPrincipal, lesson.Slug));
    }

    [Theory]
    [InlineData("/courses/nothing")]
    [InlineData("/courses/nothing/lessons/what-is-a-major-hazard")]
    [InlineData("/courses/major-hazards-2024/lessons/nothing")]
    public async Task Does_not_know_what_was_not_published(string path)
    {
        using var browser = await app.SignInAsync(SmallWorld.Principal);

        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Asks_for_a_sign_in()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[0];
        using var visitor = app.Visitor();

        foreach (var path in new[] { "/courses", $"/courses/{course.Slug}", Address(lesson) })
        {
            using var read = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
            Assert.StartsWith("/account/session", read.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        using var answer = await visitor.SendStepAsync($"{Address(lesson)}/steps", "A");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("重大事故", true)]
    [InlineData("MAJOR ACCIDENT", true)]
    [InlineData("园长", true)]
    [InlineData("食堂消毒", false)]
    [InlineData("'; --%", false)]
    public async Task Finds_courses_by_their_words(string search, bool isFound)
    {
        using var browser = await app.SignInAsync(SmallWorld.Teacher);

        var page = await browser.ReadAsync($"/courses?q={Uri.EscapeDataString(search)}&page=-7");

        Assert.Equal(isFound, page.Contains("/courses/major-hazards-2024\"", StringComparison.Ordinal));
        Assert.Equal(!isFound, page.Contains("没有符合条件的课程", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_on_the_course_page_which_programme_it_completes()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        using var english = await browser.GetAsync("/language/en");

        var page = await browser.ReadAsync("/courses/major-hazards-2024");

        Assert.Contains("Rotation training of principals", page, StringComparison.Ordinal);
        Assert.Contains("1 January 2024 to 31 December 2026", page, StringComparison.Ordinal);
        Assert.Contains("Rotation training final quiz", page, StringComparison.Ordinal);
        Assert.Contains("Not open yet", page, StringComparison.Ordinal);
    }

    private static string Address(CourseManifest.LessonEntry lesson) => $"/courses/{CourseActions.Course}/lessons/{lesson.Slug}";

    private static TrainingHub.Questions.QuestionVersion Asked(ShelfCourse course, StepQuestion step) =>
        course.Bank.Single(question => step.Shown.Stem.EndsWith(question.Prompt.Stem, StringComparison.Ordinal));

    private Task<Guid> OpenPaperAsync(string personKey, ShelfCourse course, IReadOnlyList<string> hashes) => app.WithDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(),
            PersonId = CourseActions.IdOf(personKey),
            QuizSlug = course.Manifest.QuizSlug,
            CourseSlug = course.Slug,
            CourseHash = course.Hash,
            Number = 1,
            Seed = 1,
            StartedAt = now,
            Deadline = now.AddMinutes(30),
            PassPercent = 80,
            FullPoints = 100,
        };
        db.Attempts.Add(attempt);
        db.AttemptItems.AddRange(hashes.Index().Select(hash => new AttemptItem
        {
            AttemptId = attempt.Id,
            Number = hash.Index + 1,
            QuestionHash = hash.Item,
            OptionOrder = "0,1,2,3",
            Points = 5,
        }));
        await db.SaveChangesAsync();
        return attempt.Id;
    });

    private Task<int> HandInAsync(Guid attemptId) => app.WithDbAsync(async db =>
    {
        var attempt = await db.Attempts.SingleAsync(a => a.Id == attemptId);
        attempt.Submit(0, 0, app.Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });
}

public sealed class LessonOnSqlite(SqliteApp app) : LessonTests(app), IClassFixture<SqliteApp>;

public sealed class LessonOnPostgres(PostgresApp app) : LessonTests(app), IClassFixture<PostgresApp>;
