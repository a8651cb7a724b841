namespace TrainingHub.Sessions.Papers;

/// <summary>What correcting a paper would change.</summary>
/// <param name="Form">Whose paper it is, and whether points may be told.</param>
/// <param name="What">What would change.</param>
/// <param name="Fields">What was sent, by name.</param>
public sealed record PaperCorrectionPage(PaperFormPage Form, ForeseenCorrection What, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Numbers of the items whose answer is another one, with both.</summary>
    public IEnumerable<(int Item, string Before, string After)> Answers => Differing(Form.Opened.Last?.Answers, What.Sheet.Answers);

    /// <summary>Numbers of the written answers for which something else is given, with both.</summary>
    public IEnumerable<(int Item, string Before, string After)> Marks => Differing(Form.Opened.Last?.Marks, What.Sheet.Marks);

    private IEnumerable<(int Item, string Before, string After)> Differing(IReadOnlyDictionary<int, string>? one, IReadOnlyDictionary<int, string> other) =>
        from item in Form.Opened.Items
        let before = one?.GetValueOrDefault(item.Number) ?? ""
        let after = other.GetValueOrDefault(item.Number, "")
        where !string.Equals(before, after, StringComparison.Ordinal)
        select (item.Number, before, after);
}
