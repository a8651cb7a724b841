namespace TrainingHub.Documents;

/// <summary>One lesson of a handbook.</summary>
/// <param name="Title">As in the contents.</param>
/// <param name="Blocks">Its text.</param>
public sealed record HandbookChapter(string Title, IReadOnlyList<FlowBlock> Blocks);
