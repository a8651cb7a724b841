namespace TrainingHub.Questions;

/// <summary>Tags and knowledge points as rows.</summary>
internal static class BankWords
{
    /// <summary>One row for each name, trimmed; empty ones and repetitions are left out.</summary>
    public static IEnumerable<BankTag> TagsOf(Guid questionId, BankTagKind kind, IEnumerable<string> names) =>
        Clean(names).Select(name => new BankTag { BankQuestionId = questionId, Kind = kind, Name = name });

    /// <summary>Names as they are typed in one field: by commas, semicolons, enumeration commas or line ends.</summary>
    public static IReadOnlyList<string> Split(string? typed) => Clean((typed ?? "").Split([',', '，', ';', '；', '、', '\n', '\r']));

    private static IReadOnlyList<string> Clean(IEnumerable<string> names) =>
        [.. names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
}
