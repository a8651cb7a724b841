using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

public sealed record ColumnsInput
{
    /// <summary>What each column is, in their order.</summary>
    public TableColumn[] Columns { get; init; } = [];
}
