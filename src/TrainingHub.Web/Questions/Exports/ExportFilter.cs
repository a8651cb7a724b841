using System.ComponentModel.DataAnnotations;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Exports;

/// <summary>Which questions go out, and in what.</summary>
public sealed record ExportFilter
{
    /// <summary>Full name or code of the unit whose bank it is; empty: nothing was asked yet.</summary>
    [StringLength(120)]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Name of a folder with all below it; empty: all.</summary>
    [StringLength(BankFolder.LongestName)]
    public string Folder { get; init => field = value?.Trim() ?? ""; } = "";

    public QuestionKind? Kind { get; init; }

    public BankStatus? Status { get; init; }

    /// <summary>Words of the stem or the options; empty: all.</summary>
    [StringLength(80)]
    public string Search { get; init => field = value?.Trim() ?? ""; } = "";

    public ExchangeFormat Format { get; init; } = ExchangeFormat.Workbook;

    public bool IsSound => Enum.IsDefined(Format) && (Kind is not { } kind || Enum.IsDefined(kind)) && (Status is not { } status || Enum.IsDefined(status));
}
