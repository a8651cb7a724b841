using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>Compares the questions of a file with the bank and with each other, and writes down what is to be shown.</summary>
public sealed class StageQuestions(Db db, Transactions transactions, BankTwins twins)
{
    private const int Step = 500;
    private const int MostNear = 10;

    public async Task RunAsync(Guid importId, IReadOnlyList<ForeignQuestion> questions, CancellationToken cancel)
    {
        var import = await db.Set<QuestionImport>().AsNoTracking().SingleAsync(i => i.Id == importId, cancel);
        var defaults = DefaultsOf(import);
        var (index, versions) = (new TwinIndex<int>(), new Dictionary<int, QuestionVersion>());
        List<QuestionImportRow> rows = [];
        foreach (var step in questions.Select(question => Judged(question, defaults)).Chunk(Step))
        {
            List<ForeignQuestion> takeable = [.. step.Where(question => question.IsTakeable)];
            List<QuestionVersion> taken = [.. takeable.Select(question => question.Take(defaults).Version)];
            var near = (await twins.FindAsync(taken, [import.OwnerId], cancel)).Zip(takeable).ToDictionary(pair => pair.Second.Number, pair => pair.First);
            foreach (var (question, version) in takeable.Zip(taken))
            {
                versions[question.Number] = version;
            }

            foreach (var question in step)
            {
                rows.Add(RowOf(import.Id, question, near.GetValueOrDefault(question.Number) ?? [], FindEarlier(question.Number)));
            }
        }

        await SaveAsync(importId, rows, cancel);

        int? FindEarlier(int number)
        {
            if (!versions.TryGetValue(number, out var version))
            {
                return null;
            }

            var found = index.Find(version.Prompt.Stem, MostNear).Where(other => BankTwinRule.AreOne(versions[other], version)).Select(other => (int?)other).FirstOrDefault();
            index.Put(number, version.Prompt.Stem);
            return found;
        }
    }

    /// <summary>What holds where the file says nothing. Whoever names a basis stands for it.</summary>
    public static ImportDefaults DefaultsOf(QuestionImport import)
    {
        var basis = BasisText.Read(import.DefaultBasis);
        return new ImportDefaults(
            basis ?? new Basis.OfDocument("依据待核", null, $"导入文件“{import.FileName}”没有写依据"), basis is not null, import.DefaultUse, import.DefaultSource.Length is 0 ? null : import.DefaultSource);
    }

    /// <summary>Refuses what the bank could not keep: our own Markdown brings questions past the rules of the other formats.</summary>
    private static ForeignQuestion Judged(ForeignQuestion question, ImportDefaults defaults)
    {
        if (!question.IsTakeable)
        {
            return question;
        }

        var version = question.Take(defaults).Version;
        var isSound = QuestionLimits.FindRefusal(version) is null && !QuestionJson.Write(question).Contains("\\u0000", StringComparison.Ordinal)
            && QuestionRule.Check(version.Prompt, version.Key).All(fault => fault.Kind is QuestionFaultKind.ExplanationMissing);
        return isSound ? question : question with { Problems = [.. question.Problems, new ForeignProblem(ForeignFault.TextTooLong)] };
    }

    private static QuestionImportRow RowOf(Guid importId, ForeignQuestion question, IReadOnlyList<NearQuestion> near, int? earlier)
    {
        var same = near.FirstOrDefault(one => one.IsSame);
        var verdict = !question.IsTakeable ? QuestionVerdict.Refused : same is not null || earlier is not null ? QuestionVerdict.Near : QuestionVerdict.Take;
        return new QuestionImportRow
        {
            ImportId = importId,
            Sequence = question.Number,
            Line = question.Line,
            Place = question.Where.Length <= QuestionImportRow.LongestPlace ? question.Where : question.Where[..QuestionImportRow.LongestPlace],
            Kind = question.Kind,
            Title = BankContent.TitleOf(new QuestionPrompt("", QuestionKind.Single, question.Stem, [])),
            Verdict = verdict,
            Problems = QuestionJson.Write(question.Problems),
            NearTo = same?.QuestionId ?? (earlier is { } place ? "#" + place.ToString(CultureInfo.InvariantCulture) : (near is [var first, ..] ? first.QuestionId : null)),
            Content = verdict is QuestionVerdict.Take ? QuestionJson.Write(question) : "",
        };
    }

    private async Task SaveAsync(Guid importId, List<QuestionImportRow> rows, CancellationToken cancel)
    {
        // Read anew with other columns, or left by a process that died: begin from nothing.
        await transactions.RunAsync(token => db.Set<QuestionImportRow>().Where(row => row.ImportId == importId).ExecuteDeleteAsync(token), cancel);
        foreach (var step in rows.Chunk(Step))
        {
            await transactions.RunAsync(async token =>
            {
                db.ChangeTracker.Clear();
                db.AddRange(step);
                await db.SaveChangesAsync(token);
            }, cancel);
        }

        db.ChangeTracker.Clear();
        var (take, near, refused) = (Count(QuestionVerdict.Take), Count(QuestionVerdict.Near), Count(QuestionVerdict.Refused));
        await transactions.RunAsync(token => db.Set<QuestionImport>().Where(i => i.Id == importId).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, QuestionImportState.Preview).SetProperty(i => i.Content, (byte[]?)null)
                .SetProperty(i => i.Rows, rows.Count).SetProperty(i => i.ToTake, take).SetProperty(i => i.Near, near).SetProperty(i => i.Refused, refused),
            token), cancel);

        int Count(QuestionVerdict verdict) => rows.Count(row => row.Verdict == verdict);
    }
}
