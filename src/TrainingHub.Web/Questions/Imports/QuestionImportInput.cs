using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions.Imports;

public sealed record QuestionImportInput
{
    public IFormFile? File { get; init; }

    /// <summary>Full name or code of the unit whose bank takes the questions.</summary>
    [StringLength(120)]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Name of a folder; one that is not there yet is made. Empty: the bank itself.</summary>
    [StringLength(BankFolder.LongestName)]
    public string Folder { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>依据 of questions that name none.</summary>
    [StringLength(1000)]
    public string Basis { get; init => field = value?.Trim() ?? ""; } = "";

    public QuestionUse Use { get; init; } = QuestionUse.Both;

    [StringLength(BankQuestion.LongestSource)]
    public string Source { get; init => field = value?.Trim() ?? ""; } = "";
}
