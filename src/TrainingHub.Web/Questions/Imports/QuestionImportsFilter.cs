using TrainingHub.Hosting;

namespace TrainingHub.Questions.Imports;

/// <summary>Which imports are asked for, as it stands in the address.</summary>
public sealed record QuestionImportsFilter
{
    /// <summary>A part of the file's name, or the number of the import.</summary>
    public string? Q { get; init => field = QuestionsFilter.Cut(value, 60); }

    /// <summary>Null for all.</summary>
    public QuestionImportState? State { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || State is not null;

    /// <summary>The newest first, unless asked otherwise.</summary>
    public (QuestionImportSort Column, bool IsDown) Order => Sorting.Of(Sort, QuestionImportSort.UploadedAt, isOtherwiseDown: true);
}
