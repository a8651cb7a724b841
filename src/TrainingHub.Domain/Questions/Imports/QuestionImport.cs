namespace TrainingHub.Questions.Imports;

/// <summary>题目导入: one file of questions, from its upload to what came of it.</summary>
public sealed class QuestionImport
{
    /// <summary>The longest file name that is kept, in characters.</summary>
    public const int LongestFileName = 120;

    public required Guid Id { get; init; }

    /// <summary>Short code used in addresses; unique.</summary>
    public required string Number { get; init; }
    public required string FileName { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file.</summary>
    public required string FileHash { get; init; }

    /// <summary>Name of the format that the content is in.</summary>
    public required string Format { get; set; }
    public required Guid UploadedBy { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>The unit whose bank takes the questions.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Null: the bank itself.</summary>
    public Guid? FolderId { get; init; }

    /// <summary>依据 of questions that name none, as it is written in a file; empty: none.</summary>
    public required string DefaultBasis { get; init; }
    public required QuestionUse DefaultUse { get; init; }

    /// <summary>来源 of questions that name none; empty: none.</summary>
    public required string DefaultSource { get; init; }

    /// <summary>The first rows of a table whose columns are not known, as JSON; else null.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What a person said the columns of a table are, by name, joined by commas; null: by its header.</summary>
    public string? Columns { get; set; }

    /// <summary>Why the file as a whole was not taken, as JSON; null where it was.</summary>
    public string? Refusal { get; set; }
    public QuestionImportState State { get; set; } = QuestionImportState.Receiving;

    /// <summary>How many questions of the file were compared with the bank.</summary>
    public int Compared { get; set; }

    /// <summary>Questions of the file: the sum of the three counts.</summary>
    public int Rows { get; set; }
    public int ToTake { get; set; }
    public int Near { get; set; }
    public int Refused { get; set; }

    /// <summary>How many of those to take were looked at, in the order of the file.</summary>
    public int Done { get; set; }

    /// <summary>Place in the file of the last one of these; 0 before the first.</summary>
    public int LastSequence { get; set; }

    /// <summary>How many of these the bank has now as drafts.</summary>
    public int Added { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Process that works on it, and until when others keep off, UTC.</summary>
    public string? LeaseOwner { get; set; }
    public DateTime? LeasedUntil { get; set; }
    public int Faults { get; set; }

    /// <summary>Questions still to be taken.</summary>
    public int Left => Math.Max(ToTake - Done, 0);
}
