namespace TrainingHub.Documents;

/// <summary>One thing that a poster says.</summary>
/// <param name="Label">A number or the number of a clause.</param>
/// <param name="Title">A few words; empty when there are none.</param>
/// <param name="Text">In whole sentences.</param>
public sealed record PosterItem(string Label, string Title, string Text);
