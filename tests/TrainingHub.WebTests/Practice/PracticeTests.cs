using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Courses;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Practice;

public abstract class PracticeTests(WebApp app)
{
    [Fact]
    public async Task Tells_explanation_and_clause_at_once_and_keeps_the_answer()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[0];
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        await browser.FinishLessonAsync(course, lesson);
        var question = course.FindQuestion(lesson.Checks[0])!;
        var path = $"/practice/questions/{course.Slug}/{question.Prompt.Id}";

        var asked = await browser.ReadAsync($"{path}?difficulty=1");
        using var refused = await browser.SendStepAsync($"{path}/answers", "");
        using var answered = await browser.SendStepAsync($"{path}/answers?difficulty=1", LettersOf(question));
        var told = await browser.ReadAsync(answered.Headers.Location!.OriginalString);

        Assert.DoesNotContain(question.Key.Explanation, asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("回答正确", told, StringComparison.Ordinal);
        Assert.Contains(question.Key.Explanation, told, StringComparison.Ordinal);
        Assert.Contains("/practice/questions?difficulty=1", told, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(SmallWorld.Teacher);
        using var foreign = await stranger.GetAsync(answered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task So_many_answers_are_kept_of_one_day()
    {
        var course = await app.ShelfAsync();
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        await browser.FinishLessonAsync(course, course.Manifest.Lessons[0]);
        var question = course.FindQuestion(course.Manifest.Lessons[0].Checks[0])!;
        var (path, person, now) = ($"/practice/questions/{course.Slug}/{question.Prompt.Id}/answers", WorldIds.Of("person", SmallWorld.VicePrincipal), app.Clock.GetUtcNow().UtcDateTime);
        await app.WithDbAsync(async db =>
        {
            db.PracticeAnswers.AddRange(Enumerable.Range(0, TrainingHub.Practice.PracticeAnswer.MostADay).Select(_ => new TrainingHub.Practice.PracticeAnswer
            {
                Id = Guid.CreateVersion7(),
                PersonId = person,
                CourseSlug = course.Slug,
                QuestionHash = question.Hash,
                Choice = "A",
                IsRight = true,
                IsDaily = false,
                AnsweredAt = now,
            }));
            return await db.SaveChangesAsync();
        });

        using var refused = await browser.SendStepAsync(path, LettersOf(question));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("今天已经练了1,000题", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        app.Clock.Move(TimeSpan.FromDays(1));
        using var kept = await browser.SendStepAsync(path, LettersOf(question));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    [Fact]
    public async Task Draws_what_was_chosen_and_never_what_is_for_examination_only()
    {
        var course = await app.ShelfAsync();
        using var browser = await app.SignInAsync(SmallWorld.Responsible);
        await browser.FinishLessonAsync(course, course.Manifest.Lessons[0]);

        for (var turn = 0; turn < 30; turn++)
        {
            using var drawn = await browser.GetAsync($"/practice/questions?course={course.Slug}");
            var parts = drawn.Headers.Location!.OriginalString.Split('?')[0].Split('/');
            Assert.Equal(course.Slug, parts[3]);
            Assert.True(course.FindQuestion(parts[4])!.MayBePractised);
        }

        Assert.Contains("没有符合条件的题", await browser.ReadAsync("/practice/questions?course=nothing"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的题", await browser.ReadAsync("/practice/questions?on=nothing:第一条&mistakes=true"), StringComparison.Ordinal);
        using var unreadable = await browser.GetAsync("/practice/questions?difficulty=much");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
    }

    [Fact]
    public async Task What_was_learnt_comes_back_days_later_and_goes_away_once_answered()
    {
        var course = await app.ShelfAsync();
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        await learner.FinishLessonAsync(course, course.Manifest.Lessons[0]);
        var today = await learner.ReadAsync("/practice/daily");
        app.Clock.Move(TimeSpan.FromDays(2));
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        var due = await browser.RawAsync("/practice/daily");
        var home = await browser.ReadAsync("/");
        for (var left = 5; left > 0; left--)
        {
            var page = WebUtility.HtmlDecode(await browser.RawAsync("/practice/daily"));
            var address = System.Text.RegularExpressions.Regex.Match(page, "action=\"(/practice/questions/[^\"]+)\"").Groups[1].Value;
            using var answered = await browser.SendStepAsync(address, LettersOf(course.FindQuestion(address.Split('/')[4])!));
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        Assert.Contains("今天没有要复习的题", today, StringComparison.Ordinal);
        Assert.Contains("今天还有5题", WebUtility.HtmlDecode(due), StringComparison.Ordinal);
        Assert.Contains("今天有5道学过的题可以复习", home, StringComparison.Ordinal);
        var done = await browser.ReadAsync("/practice/daily");
        Assert.Contains("今天的已经练完", done, StringComparison.Ordinal);
        Assert.Contains("下一次是", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_stays_in_the_book_until_two_right_answers_on_different_days()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[1];
        using var browser = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var none = await browser.ReadAsync("/practice/mistakes");
        await browser.FinishLessonAsync(course, lesson);
        var question = course.FindQuestion(lesson.Checks[0])!;
        var address = $"/practice/questions/{course.Slug}/{question.Prompt.Id}/answers";
        var right = LettersOf(question);
        using var wrong = await browser.SendStepAsync(address, right.Length > 1 ? right[..1] : right is "A" ? "B" : "A");

        var listed = await browser.ReadAsync($"/practice/mistakes?course={course.Slug}&page=-1");
        var file = await browser.ReadAsync("/practice/mistakes.csv");
        var filtered = await browser.ReadAsync("/practice/mistakes?on=nothing:第一条");
        for (var day = 0; day < 2; day++)
        {
            app.Clock.Move(TimeSpan.FromDays(1));
            using var again = await app.SignInAsync(SmallWorld.BinhePrincipal);
            using var answered = await again.SendStepAsync(address, right);
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        using var later = await app.SignInAsync(SmallWorld.BinhePrincipal);

        Assert.Contains("没有错题", none, StringComparison.Ordinal);
        Assert.Contains(question.Prompt.Stem, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(question.Key.Explanation, listed, StringComparison.Ordinal);
        Assert.Contains(question.Prompt.Stem, file, StringComparison.Ordinal);
        Assert.DoesNotContain(question.Prompt.Stem, filtered, StringComparison.Ordinal);
        Assert.Contains("错题已全部掌握", await later.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mastery_is_told_by_clause_and_leads_to_its_questions()
    {
        var course = await app.ShelfAsync();
        using var browser = await app.SignInAsync(SmallWorld.Teacher);
        await browser.FinishLessonAsync(course, course.Manifest.Lessons[0]);

        var page = await browser.ReadAsync("/practice/mastery?standard=major-hazards-guideline&practised=true&page=99");
        var nothing = await browser.ReadAsync("/practice/mastery?standard=nothing");

        Assert.Contains("熟练，100%", page, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的条款", nothing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practice")]
    [InlineData("/practice/questions")]
    [InlineData("/practice/questions/major-hazards-2024/mh-l1-purpose")]
    [InlineData("/practice/answers/0199f000-0000-7000-8000-000000000000")]
    [InlineData("/practice/daily")]
    [InlineData("/practice/mistakes")]
    [InlineData("/practice/mistakes.csv")]
    [InlineData("/practice/mastery")]
    public async Task Asks_for_a_sign_in(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/session", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practice/questions/major-hazards-2024/nothing")]
    [InlineData("/practice/questions/nothing/mh-l1-purpose")]
    [InlineData("/practice/answers/0199f000-0000-7000-8000-000000000000")]
    [InlineData("/practice/answers/nothing")]
    public async Task Does_not_know_what_there_is_not(string path)
    {
        using var browser = await app.SignInAsync(SmallWorld.WangchuanPrincipal);

        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_mistake_on_an_examination_question_is_mastered_by_practising_its_clause_on_two_days()
    {
        var course = await app.ShelfAsync();
        var practised = course.Bank.Where(question => question.MayBePractised).Select(question => question.Key.Basis).OfType<TrainingHub.Questions.Basis.OfClause>().ToHashSet();
        var examined = course.Bank.First(question => !question.MayBePractised && question.Key.Basis is TrainingHub.Questions.Basis.OfClause clause && practised.Contains(clause));
        await app.FinishLessonsAsync(SmallWorld.CityOfficer);
        await AnswerOnPaperAsync(SmallWorld.CityOfficer, course, examined);
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        var book = await browser.RawAsync("/practice/mistakes");
        var address = System.Text.RegularExpressions.Regex.Match(book, "href=\"(/practice/questions/[^\"?]+/[^\"?]+)\"").Groups[1].Value;
        var standIn = course.FindQuestion(address.Split('/')[^1])!;
        for (var day = 0; day < 2; day++)
        {
            app.Clock.Move(TimeSpan.FromDays(1));
            using var again = await app.SignInAsync(SmallWorld.CityOfficer);
            using var answered = await again.SendStepAsync($"{address}/answers", LettersOf(standIn));
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        using var later = await app.SignInAsync(SmallWorld.CityOfficer);
        Assert.Contains("这道题只在考试中出现", WebUtility.HtmlDecode(book), StringComparison.Ordinal);
        Assert.Equal(examined.Key.Basis, standIn.Key.Basis);
        Assert.DoesNotContain(examined.Prompt.Stem, await later.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
    }

    private Task<int> AnswerOnPaperAsync(string personKey, ShelfCourse course, TrainingHub.Questions.QuestionVersion question) => app.WithDbAsync(async db =>
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
            FullPoints = 5,
        };
        var order = string.Join(',', Enumerable.Range(0, question.Prompt.OptionCount));
        var wrong = question.Key.CorrectOptions.Count == question.Prompt.OptionCount ? "AB" : question.Prompt.Kind is TrainingHub.Questions.QuestionKind.Multiple
            ? string.Concat(Enumerable.Range(0, question.Prompt.OptionCount).Select(index => (char)('A' + index)))
            : $"{(char)('A' + (question.Key.CorrectOptions[0] == 0 ? 1 : 0))}";
        attempt.Submit(0, 1, now);
        db.Attempts.Add(attempt);
        db.AttemptItems.Add(new AttemptItem { AttemptId = attempt.Id, Number = 1, QuestionHash = question.Hash, OptionOrder = order, Points = 5 });
        db.AnswerEntries.Add(new AnswerEntry { AttemptId = attempt.Id, Item = 1, Version = 1, Choice = wrong, SavedAt = now, IsLate = false });
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task A_lesson_whose_text_stayed_stays_finished_and_a_rewritten_one_counts_the_right_answers()
    {
        var course = await app.ShelfAsync();
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var (kept, rewritten) = (course.Manifest.Lessons[0], course.Manifest.Lessons[1]);
        await browser.FinishLessonAsync(course, kept);
        await browser.FinishLessonAsync(course, rewritten);

        await PublishAsync(rewritten.Slug);

        var before = await browser.ReadAsync($"/courses/{course.Slug}");
        var page = await browser.ReadAsync(CourseActions.LessonPath(course, rewritten));
        var after = await browser.ReadAsync($"/courses/{course.Slug}");
        Assert.Contains("已完成1 / 7课", before, StringComparison.Ordinal);
        Assert.Contains("本课已完成", page, StringComparison.Ordinal);
        Assert.Contains("已完成2 / 7课", after, StringComparison.Ordinal);
    }

    private static string LettersOf(TrainingHub.Questions.QuestionVersion question) => string.Concat(question.Key.CorrectOptions.Select(index => (char)('A' + index)));

    private Task PublishAsync(string rewritten) => app.InsideAsync(async services =>
    {
        app.Clock.Move(TimeSpan.FromSeconds(20));
        var read = Assert.IsType<Courseware.CourseOutcome.Read>(Courseware.CourseReader.Read(Path.Combine(TestFiles.Root, "courses", CourseActions.Course)));
        var content = read.Content with
        {
            Hash = new string('d', 64),
            Lessons = [.. read.Content.Lessons.Select(lesson => string.Equals(lesson.Slug, rewritten, StringComparison.Ordinal) ? lesson with { Hash = new string('e', 64), BodyHash = new string('e', 64) } : lesson)],
        };
        await services.GetRequiredService<PublishCourse>().RunAsync(content, read.Standards, default);
    });
}

public sealed class PracticeOnSqlite(SqliteApp app) : PracticeTests(app), IClassFixture<SqliteApp>;

public sealed class PracticeOnPostgres(PostgresApp app) : PracticeTests(app), IClassFixture<PostgresApp>;
