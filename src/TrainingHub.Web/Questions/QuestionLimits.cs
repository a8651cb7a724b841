namespace TrainingHub.Questions;

/// <summary>How long the parts of a stored question may be.</summary>
internal static class QuestionLimits
{
    private const int Stem = 4000;
    private const int Options = 16_000;
    private const int Extras = 64_000;
    private const int Explanation = 8000;
    private const int Statement = 2000;
    private const int Name = 200;
    private const int Slug = 80;
    private const int Edition = 40;

    public static TakeRefusal? FindRefusal(QuestionVersion version)
    {
        var (prompt, key) = (QuestionRows.PromptRowOf(version), QuestionRows.KeyRowOf(version));
        return prompt.Stem.Trim().Length is 0 || version.Difficulty is < 1 or > 3 || (version.Prompt.OptionCount is 0 && version.Prompt.Kind is not (QuestionKind.FillIn or QuestionKind.Written or QuestionKind.Judgement))
            ? TakeRefusal.Incomplete
            : prompt.Stem.Length > Stem ? TakeRefusal.StemTooLong
            : prompt.Options.Length > Options || prompt.Extras?.Length > Extras || key.Extras?.Length > Extras || key.CorrectOptions.Length > 40 ? TakeRefusal.OptionsTooLong
            : key.Explanation.Length > Explanation ? TakeRefusal.ExplanationTooLong
            : key.Statement?.Length > Statement || key.Document?.Length > Name || key.Area?.Length > Name
                || version.Key.MoreClauses.Count > QuestionKey.MostMoreClauses
                || version.Key.MoreClauses.Any(clause => clause.StandardSlug.Length > Slug || clause.ClauseNumber.Length > Slug || clause.Edition.Length > Edition)
                || version.Prompt.Case?.Id.Length > Slug
                || key.StandardSlug?.Length > Slug || key.ClauseNumber?.Length > Slug || key.Edition?.Length > Edition ? TakeRefusal.BasisTooLong
            : null;
    }
}
