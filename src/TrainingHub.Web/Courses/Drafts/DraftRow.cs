namespace TrainingHub.Courses.Drafts;

/// <summary>A line of the list.</summary>
public sealed record DraftRow(Guid Id, string Slug, string Title, string Unit, DraftState State, string ChangedBy, DateTime ChangedAt);
