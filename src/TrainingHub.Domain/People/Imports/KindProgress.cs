namespace TrainingHub.People.Imports;

/// <summary>How far the writing of one kind of item is.</summary>
/// <param name="Kind">Ended, changed or added.</param>
/// <param name="Done">Items written.</param>
/// <param name="Total">Items to be written in all.</param>
/// <param name="At">When the latest one was written, UTC; null before the first.</param>
public sealed record KindProgress(RowVerdict Kind, int Done, int Total, DateTime? At);
