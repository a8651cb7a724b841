namespace TrainingHub.Questions;

/// <summary>
/// Whether a question that comes into a bank is one that is already there: as in <see cref="QuestionTwins"/> the stems are near and so is what is
/// right, and no number and no negation in the stem says that they differ on purpose.
/// </summary>
public static class BankTwinRule
{
    private const int LeastPercentAlike = 82;

    public static bool AreOne(QuestionVersion one, QuestionVersion other)
    {
        if (one.Prompt.Kind != other.Prompt.Kind)
        {
            return false;
        }

        var (mine, theirs) = (StemText.Of(one.Prompt.Stem), StemText.Of(other.Prompt.Stem));
        return !mine.DiffersInNumberOrNegation(theirs) && AreNear(mine, theirs) && AreNear(RightOf(one), RightOf(other)) && AreNear(ShownOf(one), ShownOf(other));
    }

    /// <summary>Whether the stems are near, whatever is right: worth a look of whoever writes the second.</summary>
    public static bool AreNear(QuestionVersion one, QuestionVersion other) => AreNear(StemText.Of(one.Prompt.Stem), StemText.Of(other.Prompt.Stem));

    private static bool AreNear(StemText one, StemText other) =>
        string.Equals(one.Plain, other.Plain, StringComparison.Ordinal) || one.PercentAlike(other) >= LeastPercentAlike;

    // A stem such as 下列说法正确的是 says nothing: what is offered has to be the same for the greater part.
    private static bool AreNear(HashSet<string> some, HashSet<string> others) =>
        some.Count(others.Contains) is var common && common * 2 >= some.Count + others.Count - common;

    private static HashSet<string> ShownOf(QuestionVersion question) =>
        [.. question.Prompt.Options.Concat(question.Prompt.Targets).Select(text => StemText.Of(text).Plain), question.Prompt.Picture?.File ?? ""];

    private static HashSet<string> RightOf(QuestionVersion question) => question.Prompt.Kind is QuestionKind.TrueFalse
        ? [.. question.Key.CorrectOptions.Select(option => option is 0 ? "true" : "false")]
        :
        [
            .. question.Key.CorrectOptions.Select(option => StemText.Of(question.Prompt.Options[option]).Plain),
            .. question.Key.Blanks.Select(blank => StemText.Of(blank.Shown).Plain),
            .. question.Key.Level is { } level ? [level.ToString()] : Array.Empty<string>(),
        ];
}
