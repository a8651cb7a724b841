namespace TrainingHub.Programmes;

/// <summary>How a document of a preset stands for a programme.</summary>
public enum PresetDocumentState
{
    /// <summary>The system has no text of it in force.</summary>
    Missing,

    /// <summary>Its text is there, but no quiz of the programme asks about it.</summary>
    NotExamined,

    /// <summary>Its text is there and the programme's quiz asks about it.</summary>
    Examined,
}
