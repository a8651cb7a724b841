#if DEMO_WORLDS
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Fills the banks of a new demo world with published questions. Exists in builds for trying and testing only.</summary>
public sealed class DemoBankLoader(Db db, Transactions transactions, KeepQuestions keep, Ids ids, DayClock clock)
{
    /// <summary>The questions, with the key of the organization in whose bank each is.</summary>
    public Task<IReadOnlyList<(string Owner, QuestionVersion Question)>> RunAsync(IReadOnlyList<WorldBank> banks, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<(string, QuestionVersion)>>(async cancel =>
        {
            db.ChangeTracker.Clear();
            db.Add(new CourseFileContent { Hash = CourseFileContent.HashOf(WorldBank.Corridor), Bytes = WorldBank.Corridor });
            List<(string, QuestionVersion)> loaded = [];
            foreach (var bank in banks)
            {
                var questions = Read(bank);
                await keep.RunAsync(questions.Select(question => question.Question), cancel);
                var folder = FolderOf(bank);
                foreach (var question in questions)
                {
                    Add(bank, folder, question);
                }

                loaded.AddRange(questions.Select(question => (bank.Owner, With(question))));
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return loaded;
        }, cancel);

    private static IReadOnlyList<MarkdownQuestion> Read(WorldBank bank) =>
        QuestionMarkdown.Read(bank.Text) is { Problems: [] } reading
            ? reading.Questions
            : throw new InvalidOperationException($"A demo bank cannot be read: {QuestionMarkdown.Read(bank.Text).Problems[0]}");

    private Guid? FolderOf(WorldBank bank)
    {
        if (bank.Folder is not { } name)
        {
            return null;
        }

        var folder = new BankFolder { Id = ids.Next(), OwnerId = WorldIds.Of("organization", bank.Owner), Name = name };
        db.Add(folder);
        return folder.Id;
    }

    private void Add(WorldBank bank, Guid? folder, MarkdownQuestion question)
    {
        var by = WorldIds.Of("person", bank.Author);
        var row = BankQuestion.Begin(ids.Next(), WorldIds.Of("organization", bank.Owner), folder, question.Question, source: null, by, clock.Now);
        row.Move(BankStep.Submit, by, "", isAlone: true, clock.Now);
        row.Move(BankStep.Publish, by, "", isAlone: true, clock.Now);
        db.AddRange(row, row.Record(""));
        db.AddRange(BankWords.TagsOf(row.Id, BankTagKind.Tag, question.Tags));
        db.AddRange(BankWords.TagsOf(row.Id, BankTagKind.Point, question.Points));
        db.AddRange(BankWords.ClausesOf(row.Id, question.Question));
    }

    private static QuestionVersion With(MarkdownQuestion question) =>
        new(question.Question.Prompt, question.Question.Key, question.Question.Use, question.Question.Difficulty) { Tags = [.. question.Tags, .. question.Points] };
}
#endif
