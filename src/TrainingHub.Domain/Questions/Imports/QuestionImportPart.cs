namespace TrainingHub.Questions.Imports;

/// <summary>A piece of an import's file, or a picture of its questions, until it is done with.</summary>
public sealed class QuestionImportPart
{
    /// <summary>The longest piece, in bytes.</summary>
    public const int Most = 512 * 1024;

    public required Guid ImportId { get; init; }

    /// <summary>Place in the file, from 1; pictures count down from -1.</summary>
    public required int Number { get; init; }

    /// <summary>Of a picture its name (<see cref="QuestionPicture.File"/>); null for a piece of the file.</summary>
    public string? Name { get; init; }
    public required byte[] Content { get; init; }
}
