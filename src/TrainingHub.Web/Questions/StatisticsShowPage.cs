namespace TrainingHub.Questions;

/// <summary>One question version with its figures.</summary>
public sealed record StatisticsShowPage(StatisticsRow Row, QuestionVersion Version)
{
    /// <summary>Of each option in the author's order; empty for kinds without options to pick.</summary>
    public IReadOnlyList<(string Letter, string Text, bool IsRight, OptionTally Tally)> Options { get; } =
        Version.Prompt.IsChoice || Version.Prompt.Kind is QuestionKind.Hotspot or QuestionKind.Judgement ? OptionsOf(Row, Version) : [];

    public bool IsTooFew => Row.Numbers.Times < ItemAnalysis.Fewest;

    private static IReadOnlyList<(string Letter, string Text, bool IsRight, OptionTally Tally)> OptionsOf(StatisticsRow row, QuestionVersion version)
    {
        var tallies = StatisticsRows.OptionsOf(row.Numbers);
        return
        [
            .. Enumerable.Range(0, version.Prompt.OptionCount).Select(option => (
                $"{(char)('A' + option)}",
                option < version.Prompt.Options.Count ? version.Prompt.Options[option] : "",
                version.Key.CorrectOptions.Contains(option),
                option < tallies.Count ? tallies[option] : OptionTally.None)),
        ];
    }
}
