namespace TrainingHub.People.Imports;

/// <summary>What a person answers about a row whose human is in doubt.</summary>
public enum RowAnswer
{
    /// <summary>The one shown.</summary>
    Same,

    /// <summary>The one shown, and the post is a second one.</summary>
    Second,

    /// <summary>Rows of one human: this is the main post.</summary>
    Main,

    /// <summary>Somebody else.</summary>
    Other,
}
