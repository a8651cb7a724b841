namespace TrainingHub.Programmes;

/// <summary>A preset as the form offers it for a programme.</summary>
/// <param name="Terms">What it sets.</param>
/// <param name="Documents">What it needs, and how that stands.</param>
/// <param name="FitsCycle">Whether every one of its targets can count something within the programme's cycle.</param>
public sealed record PresetChoice(PresetTerms Terms, IReadOnlyList<(PresetDocument Document, PresetDocumentState State)> Documents, bool FitsCycle)
{
    /// <summary>The documents that keep it from being set.</summary>
    public IEnumerable<(PresetDocument Document, PresetDocumentState State)> Obstacles => Documents.Where(one => one.State is not PresetDocumentState.Examined);
}
