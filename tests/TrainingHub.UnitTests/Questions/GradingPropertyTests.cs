using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class GradingPropertyTests
{
    [Fact]
    public void Points_stay_between_nothing_and_full_whatever_is_sent() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            var item = ItemOf(question, random);
            var points = Read(AnyText(random, question.Prompt), question, item) is { } response ? Grading.Points(question, item, response) : 0;

            return points >= 0 && points <= item.Points;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Everything_right_gives_full_points_by_either_rule() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            var item = ItemOf(question, random);
            return question.Prompt.Kind is QuestionKind.Written
                || (Read(RightAnswer.Of(question, item), question, item) is { } response
                    && Grading.Points(question, item, response) == item.Points && Grading.IsRight(question, response));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Ticking_everything_gives_nothing_for_a_share() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            if (question.Prompt.Kind is not (QuestionKind.Multiple or QuestionKind.Hotspot) || question.Key.CorrectOptions.Count == question.Prompt.OptionCount)
            {
                return true;
            }

            var item = ItemOf(question, random) with { Rule = ScoreRule.Partial };
            return Read("ABCDEFGHIJKL"[..question.Prompt.OptionCount], question, item) is { } response && Grading.Points(question, item, response) is 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_was_read_writes_itself_the_same_way_again() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            var item = ItemOf(question, random);
            return Read(AnyText(random, question.Prompt), question, item) is not { } response
                || (Read(response.ToString(), question, item) is { } again
                    && string.Equals(again.ToString(), response.ToString(), StringComparison.Ordinal)
                    && Grading.ShareOf(question, again) == Grading.ShareOf(question, response));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_share_is_never_more_than_all_or_nothing_gives_for_everything() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            var item = ItemOf(question, random);
            return Read(AnyText(random, question.Prompt), question, item) is not { } response
                || Grading.Points(question, item with { Rule = ScoreRule.AllOrNothing }, response) <= Grading.Points(question, item with { Rule = ScoreRule.Partial }, response);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_correction_that_says_the_same_changes_nothing() =>
        Prop.ForAll(AnyQuestion.WithRandom, given =>
        {
            var (question, random) = given;
            var (prompt, key, item) = (question.Prompt, question.Key, ItemOf(question, random));
            var same = new CorrectedKey
            {
                CorrectOptions = key.CorrectOptions,
                Blanks = prompt.Kind is QuestionKind.FillIn ? key.Blanks : null,
                Order = prompt.Kind is QuestionKind.Ordering ? [.. Enumerable.Range(0, prompt.Options.Count)] : null,
                Zones = prompt.Kind is QuestionKind.Hotspot ? [.. key.Zones.Select(zone => ZoneText.Read(ZoneText.Write(zone)) ?? zone)] : null,
                Pairs = prompt.Kind is QuestionKind.Matching ? key.Pairs : null,
                Level = key.Level,
            };
            return prompt.Kind is QuestionKind.Written
                || (same.FindFault(prompt) is null
                    && new[] { AnyText(random, prompt), RightAnswer.Of(question, item) }.All(text =>
                        Read(text, question, item) is not { } response || Grading.Points(question, item, response) == Grading.Points(question.CorrectedBy(same), item, response)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static PaperItem ItemOf(QuestionVersion question, Random random)
    {
        int[] order = [.. Enumerable.Range(0, question.Prompt.OptionCount)];
        random.Shuffle(order);
        return new PaperItem(1, question.Hash, order, random.Next(0, 21)) { Rule = random.Next(2) is 0 ? ScoreRule.Partial : ScoreRule.AllOrNothing };
    }

    private static Response? Read(string text, QuestionVersion question, PaperItem item) =>
        (ResponseText.Parse(text, question.Prompt, item.OptionOrder) as ResponseOutcome.Parsed)?.Response;

    /// <summary>Often of the right shape, sometimes not.</summary>
    private static string AnyText(Random random, QuestionPrompt prompt)
    {
        char[] letters = [.. "ABCDEFGHIJKL"[..Math.Clamp(prompt.OptionCount, 0, 12)]];
        random.Shuffle(letters);
        return random.Next(8) is 0
            ? AnyQuestion.Text(random)
            : prompt.Kind switch
            {
                QuestionKind.Single or QuestionKind.TrueFalse => new string(letters[..1]),
                QuestionKind.Multiple or QuestionKind.Ordering => new string(letters[..random.Next(letters.Length + 1)]),
                QuestionKind.Hotspot when random.Next(2) is 0 => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => $"@{random.Next(1002)},{random.Next(1002)}")),
                QuestionKind.Hotspot => new string(letters[..random.Next(letters.Length + 1)]),
                QuestionKind.Matching => string.Concat(prompt.Options.Select(_ => random.Next(3) is 0 ? '-' : letters[random.Next(letters.Length)])),
                QuestionKind.Judgement => $"{random.GetItems(["Major", "General", "None", ""], 1)[0]};{(letters.Length > 0 && random.Next(2) is 0 ? letters[0] : "")};{random.GetItems(["50", "75", "95", "", "80"], 1)[0]}",
                QuestionKind.FillIn => string.Join('\n', Enumerable.Range(0, prompt.BlankCount).Select(_ => random.Next(2) is 0 ? "" : AnyQuestion.Text(random).ReplaceLineEndings(" "))),
                _ => AnyQuestion.Text(random),
            };
    }
}
