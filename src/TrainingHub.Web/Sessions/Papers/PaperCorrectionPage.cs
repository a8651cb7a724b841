namespace TrainingHub.Sessions.Papers;

/// <summary>What correcting a paper would change.</summary>
/// <param name="Form">Whose paper it is, and whether points may be told.</param>
/// <param name="What">What would change.</param>
/// <param name="Fields">What was sent, by name.</param>
public sealed record PaperCorrectionPage(PaperFormPage Form, ForeseenCorrection What, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Numbers of the items whose answer is another one, with both.</summary>
    public IEnumerable<(int Item, string Before, string After)> Answers =>
        from item in Form.Opened.Items
        let before = Form.Opened.Last?.Answers.GetValueOrDefault(item.Number) ?? ""
        let after = What.Sheet.Answers.GetValueOrDefault(item.Number, "")
        where !string.Equals(before, after, StringComparison.Ordinal)
        select (item.Number, before, after);
}
