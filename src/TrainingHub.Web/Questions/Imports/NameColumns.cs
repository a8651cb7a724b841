using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>A person has said what the columns of a table are; it is read by that. Null when it is read; else why not.</summary>
public sealed class NameColumns(Db db, Transactions transactions, StageQuestions stage)
{
    public async Task<ForeignReading.Refused?> RunAsync(QuestionImport import, IReadOnlyList<TableColumn> columns, CancellationToken cancel)
    {
        if (import.Content is not { } content || QuestionFileReader.Read(content, columns) is not ForeignReading.Read read)
        {
            return new ForeignReading.Refused(FileFault.NoQuestions);
        }

        var isMine = await transactions.RunAsync(async token => await db.Set<QuestionImport>().Where(i => i.Id == import.Id && i.State == QuestionImportState.Columns)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Comparing), token) is 1, cancel);
        if (isMine)
        {
            await stage.RunAsync(import.Id, read.Questions, cancel);
        }

        return null;
    }
}
