using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class RegradeRuleTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(79, 79, 79, null)]
    [InlineData(79, 79, 80, RegradeEffect.NowPassed)]
    [InlineData(80, 80, 79, RegradeEffect.NowFailed)]
    [InlineData(80, 80, 90, RegradeEffect.PointsOnly)]
    [InlineData(10, 10, 20, RegradeEffect.PointsOnly)]
    [InlineData(90, 80, 90, null)]
    [InlineData(85, 80, 90, RegradeEffect.Unexplained)]
    public void Says_what_becomes_of_an_attempt(int stored, int before, int after, RegradeEffect? effect) =>
        Assert.Equal(effect, RegradeRule.EffectOn(Graded(stored), before, after));

    [Fact]
    public void An_attempt_without_points_is_left_alone()
    {
        var open = Open();

        Assert.Null(RegradeRule.EffectOn(open, 1, 2));
        Assert.False(open.Regrade(2));
        Assert.Null(open.Points);
    }

    [Fact]
    public void A_corrected_paper_decides_anew_and_seals_its_longer_log()
    {
        var (attempt, open) = (Graded(79), Open());
        AnswerEntry[] log = [new() { AttemptId = attempt.Id, Item = 1, Version = 2, Choice = "B", SavedAt = Nine.AddDays(1), IsLate = false }];

        Assert.False(open.Correct(80, 1, log));
        Assert.True(attempt.Correct(80, 1, log));
        Assert.Equal((80, true, 1, Nine, AnswerChain.HeadOf(attempt.Id, log)), (attempt.Points, attempt.Passed, attempt.Answered, attempt.SubmittedAt, attempt.LogHash));
        Assert.Null(open.Points);
        Assert.Throws<ArgumentOutOfRangeException>(() => attempt.Correct(attempt.FullPoints + 1, 1, log));
    }

    [Fact]
    public void Other_points_decide_anew_and_the_same_change_nothing()
    {
        var attempt = Graded(79);
        var version = attempt.Version;

        Assert.False(attempt.Regrade(79));
        Assert.Equal(version, attempt.Version);
        Assert.True(attempt.Regrade(80));
        Assert.Equal((80, true, Nine), (attempt.Points, attempt.Passed, attempt.SubmittedAt));
        Assert.Throws<ArgumentOutOfRangeException>(() => attempt.Regrade(101));
    }

    [Fact]
    public void A_second_record_is_written_only_for_an_earlier_day()
    {
        var day = new DateOnly(2026, 3, 2);

        Assert.True(RegradeRule.WritesRecord(day, []));
        Assert.True(RegradeRule.WritesRecord(day, [day.AddDays(1)]));
        Assert.False(RegradeRule.WritesRecord(day, [day]));
        Assert.False(RegradeRule.WritesRecord(day, [day.AddDays(3), day.AddDays(-1)]));
    }

    [Fact]
    public void Goes_from_preview_to_application_once()
    {
        var regrade = new Regrade { Id = Guid.NewGuid(), QuizSlug = "q", Number = 1, QuestionHash = "h", Reason = "r", CreatedAt = Nine, CreatedBy = Guid.Empty };

        Assert.False(regrade.Apply(Guid.Empty, Nine));
        Assert.True(regrade.Hold(Nine.AddMinutes(1), Nine));
        Assert.False(regrade.Hold(Nine.AddMinutes(2), Nine));
        regrade.Finish(Nine);
        Assert.True(regrade.Apply(Guid.Empty, Nine));
        Assert.False(regrade.Apply(Guid.Empty, Nine));
        Assert.False(regrade.GiveUp(Nine));
        Assert.True(regrade.HasWork(Nine));
        regrade.Finish(Nine);
        Assert.Equal((RegradeState.Applied, false, true), (regrade.State, regrade.HasWork(Nine), regrade.HasWork(Nine + Regrade.Settling)));
        regrade.Finish(Nine + Regrade.Settling);
        Assert.False(regrade.HasWork(Nine.AddDays(1)));
    }

    /// <summary>Random questions, papers and answers: the same key gives the same points, and a corrected one stays between nothing and everything.</summary>
    [Fact]
    public void The_same_key_changes_nothing()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 2000; round++)
        {
            var question = RandomQuestion(random);
            var order = Enumerable.Range(0, question.Prompt.OptionCount).ToArray();
            random.Shuffle(order);
            var item = new PaperItem(1, question.Hash, order, random.Next(1, 8)) { Rule = (ScoreRule)random.Next(2) };
            AnswerEntry[] log = [new() { AttemptId = Guid.Empty, Item = 1, Version = 1, Choice = RandomAnswer(random, question.Prompt), SavedAt = Nine, IsLate = false }];
            var same = new CorrectedKey
            {
                CorrectOptions = question.Key.CorrectOptions,
                Accepted = question.Prompt.Kind is QuestionKind.FillIn ? [.. question.Key.Blanks.Select(blank => blank.Accepted)] : null,
                Rule = item.Rule,
            };
            var other = RandomQuestion(random, question.Prompt.Kind).Key.CorrectOptions.Where(option => option < question.Prompt.OptionCount).DefaultIfEmpty(0).ToList();

            var before = Points(question, item, log);

            Assert.Null(same.FindFault(question.Prompt));
            Assert.Equal(before, Points(question.CorrectedBy(same), item, log));
            Assert.Equal(before, Points(question.CorrectedBy(new CorrectedKey { CorrectOptions = other, GivesAll = true }).CorrectedBy(same), item, log));
            Assert.InRange(Points(question.CorrectedBy(new CorrectedKey { CorrectOptions = other, Rule = ScoreRule.Partial }), item, log), 0, item.Points);
            Assert.Equal(item.Points, Points(question.CorrectedBy(new CorrectedKey { GivesAll = true }), item, log));
            Assert.Equal(question.Hash, question.CorrectedBy(same).Hash);
        }
    }

    [Fact]
    public void A_corrected_single_choice_takes_any_of_several_options()
    {
        var question = Version(QuestionKind.Single, ["甲", "乙", "丙"], [0]).CorrectedBy(new CorrectedKey { CorrectOptions = [0, 2] });
        var item = new PaperItem(1, question.Hash, [0, 1, 2], 5);

        Assert.Equal([5, 0, 5], new[] { "A", "B", "C" }.Select(letter => Points(question, item, [Entry(letter)])));
    }

    [Fact]
    public void An_order_a_number_and_a_place_can_be_corrected()
    {
        var steps = Version(QuestionKind.Ordering, ["甲", "乙", "丙"], []).CorrectedBy(new CorrectedKey { Order = [1, 0, 2] });
        var blank = Version(QuestionKind.FillIn, [], []).CorrectedBy(new CorrectedKey { Blanks = [new BlankKey { Value = 1.4m, Tolerance = 0.1m, Units = ["米"] }] });
        var picture = Version(QuestionKind.Hotspot, ["门", "窗"], [0]).CorrectedBy(new CorrectedKey { CorrectOptions = [0], Zones = [Zone.Rectangle(new Spot(0, 0), new Spot(10, 10)), Zone.Rectangle(new Spot(20, 0), new Spot(30, 10))] });

        Assert.Equal([0, 6], new[] { "ABC", "BAC" }.Select(answer => Of(steps, 3, answer)));
        // The word that was taken is wrong now.
        Assert.Equal([0, 6, 6, 0], new[] { "词", "1.5 米", "1.3", "1.6" }.Select(answer => Of(blank, 0, answer)));
        Assert.Equal([6, 0], new[] { "@5,5", "@25,5" }.Select(answer => Of(picture, 2, answer)));

        static int Of(QuestionVersion question, int options, string answer) => Points(question, new PaperItem(1, question.Hash, [.. Enumerable.Range(0, options)], 6), [Entry(answer)]);
    }

    [Fact]
    public void Refuses_what_corrects_nothing()
    {
        var single = Version(QuestionKind.Single, ["甲", "乙", "丙"], [0]).Prompt;
        var judged = Version(QuestionKind.TrueFalse, [], [0]).Prompt;

        Assert.Equal(CorrectionFault.Options, new CorrectedKey().FindFault(single));
        Assert.Equal(CorrectionFault.Options, new CorrectedKey { CorrectOptions = [3] }.FindFault(single));
        Assert.Equal(CorrectionFault.Options, new CorrectedKey { CorrectOptions = [0, 1] }.FindFault(judged));
        Assert.Equal(CorrectionFault.MarkedByPeople, new CorrectedKey { GivesAll = true }.FindFault(Version(QuestionKind.Written, [], []).Prompt));
        Assert.Null(new CorrectedKey { GivesAll = true }.FindFault(single));
        Assert.Equal(CorrectionFault.Order, new CorrectedKey { Order = [0, 0] }.FindFault(Version(QuestionKind.Ordering, ["甲", "乙"], []).Prompt));
        Assert.Equal(CorrectionFault.Numbers, new CorrectedKey { Blanks = [new BlankKey { Accepted = ["词"], Tolerance = 1 }] }.FindFault(Version(QuestionKind.FillIn, [], []).Prompt));
        Assert.Equal(CorrectionFault.Zones, new CorrectedKey { CorrectOptions = [0], Zones = [] }.FindFault(Version(QuestionKind.Hotspot, ["门", "窗"], [0]).Prompt));
    }

    private static int Points(QuestionVersion question, PaperItem item, AnswerEntry[] log) =>
        GradedPaper.Of([item], new Dictionary<string, QuestionVersion>(StringComparer.Ordinal) { [question.Hash] = question }, log).Points;

    private static QuestionVersion RandomQuestion(Random random, QuestionKind? asked = null)
    {
        var kind = asked ?? new[] { QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse, QuestionKind.FillIn }[random.Next(4)];
        var options = kind is QuestionKind.TrueFalse or QuestionKind.FillIn ? [] : Enumerable.Range(0, random.Next(2, 6)).Select(number => $"选项{number}").ToArray();
        var all = Enumerable.Range(0, kind is QuestionKind.TrueFalse ? 2 : options.Length).ToArray();
        random.Shuffle(all);
        int[] right = kind is QuestionKind.FillIn ? [] : [.. all.Take(kind is QuestionKind.Multiple ? random.Next(1, all.Length + 1) : 1).Order()];
        return Version(kind, options, right);
    }

    private static string RandomAnswer(Random random, QuestionPrompt prompt)
    {
        if (prompt.Kind is QuestionKind.FillIn)
        {
            return random.Next(2) is 0 ? "词" : "别的";
        }

        var letters = Enumerable.Range(0, prompt.OptionCount).Select(place => (char)('A' + place)).ToArray();
        random.Shuffle(letters);
        return string.Concat(letters.Take(random.Next(0, prompt.Kind is QuestionKind.Multiple ? letters.Length + 1 : 2)).Order());
    }

    private static AnswerEntry Entry(string choice) => new() { AttemptId = Guid.Empty, Item = 1, Version = 1, Choice = choice, SavedAt = Nine, IsLate = false };

    private static QuestionVersion Version(QuestionKind kind, string[] options, int[] correct) => new(
        new QuestionPrompt("q", kind, kind is QuestionKind.FillIn ? "题干____" : "题干", options),
        new QuestionKey(correct, "解析", new Basis.OfDocument("文件", null, "原文")) { Blanks = kind is QuestionKind.FillIn ? [new BlankKey { Accepted = ["词"] }] : [] },
        QuestionUse.Both, 1);

    private static Attempt Graded(int points)
    {
        var attempt = Open();
        attempt.Submit(points, 1, Nine);
        return attempt;
    }

    private static Attempt Open() => new()
    {
        Id = Guid.NewGuid(),
        PersonId = Guid.NewGuid(),
        QuizSlug = "q",
        CourseSlug = "c",
        CourseHash = "h",
        Number = 1,
        Seed = 1,
        StartedAt = Nine.AddMinutes(-10),
        Deadline = Nine.AddMinutes(10),
        PassPercent = 80,
        FullPoints = 100,
    };
}
