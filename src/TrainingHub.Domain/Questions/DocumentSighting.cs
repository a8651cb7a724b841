namespace TrainingHub.Questions;

/// <summary>How what a document says is known.</summary>
public enum DocumentSighting
{
    /// <summary>Only from general knowledge, unchecked: nothing of it may stand in a question.</summary>
    Unverified,

    /// <summary>V-转: from news or explanations, the text itself was not seen.</summary>
    Told,

    /// <summary>V-摘: a part of the text was seen.</summary>
    Excerpt,

    /// <summary>V: the text was seen.</summary>
    Full,
}
