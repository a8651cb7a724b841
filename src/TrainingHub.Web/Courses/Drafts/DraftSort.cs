namespace TrainingHub.Courses.Drafts;

/// <summary>Columns by which the list of drafts is ordered.</summary>
public enum DraftSort
{
    Changed,
    Title,
    State,
    Unit,
}
