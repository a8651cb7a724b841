using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>A person has said what the columns of a table are; it is read by that, in the background. False when somebody was quicker.</summary>
public sealed class NameColumns(Db db, Transactions transactions, QuestionImportSignal signal)
{
    public async Task<bool> RunAsync(Guid importId, IReadOnlyList<TableColumn> columns, CancellationToken cancel)
    {
        var named = string.Join(',', columns);
        var isMine = await transactions.RunAsync(async token => await db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Columns)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Comparing).SetProperty(i => i.Columns, named).SetProperty(i => i.Refusal, (string?)null), token) is 1, cancel);
        signal.Wake();
        return isMine;
    }
}
