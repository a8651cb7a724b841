using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>
/// Compares the questions of a file with the bank and with each other, and writes down what is to be shown, step by step: each step shows how far it is and
/// asks whether anybody has given the import up.
/// </summary>
public sealed class StageQuestions(Db db, Transactions transactions, BankTwins twins, IOpenQuestions papers, ResolveBasis bases, DayClock clock)
{
    private const int Step = 500;
    private const int MostNear = 10;

    public async Task RunAsync(QuestionImport import, ForeignReading.Read read, CancellationToken cancel)
    {
        if (!await BeginAsync(import.Id, read, cancel))
        {
            return;
        }

        var (defaults, compared, counts) = (DefaultsOf(import), new Compared(), new int[3]);
        var known = await KnownPicturesAsync(read, cancel);
        // Whether a question of the uploader's own open paper has this key is not told either.
        var kept = (await papers.IdsOfAsync(import.UploadedBy, cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var step in (await bases.RunAsync(read.Questions, cancel)).Select(question => Judged(question, defaults, known)).Chunk(Step))
        {
            List<ForeignQuestion> takeable = [.. step.Where(question => question.IsTakeable)];
            List<QuestionVersion> taken = [.. takeable.Select(question => question.Take(defaults).Version)];
            var near = (await twins.FindAsync(taken, [import.OwnerId], cancel)).Zip(takeable).ToDictionary(pair => pair.Second.Number, pair => pair.First.Where(one => !kept.Contains(one.QuestionId)).ToList());
            var versions = takeable.Zip(taken).ToDictionary(pair => pair.First.Number, pair => pair.Second);
            List<QuestionImportRow> rows =
            [
                .. step.Select(question => RowOf(
                    import.Id, question, near.GetValueOrDefault(question.Number) ?? [], versions.TryGetValue(question.Number, out var version) ? compared.FindEarlier(question.Number, version) : null,
                    version is null ? "" : BankContent.FingerprintOf(version))),
            ];
            rows.ForEach(row => counts[(int)row.Tab]++);
            if (!await SaveAsync(import.Id, rows, counts.Sum(), cancel))
            {
                return;
            }
        }

        await EndAsync(import.Id, counts, cancel);
    }

    /// <summary>From nothing: a process that died may have left some rows. False when the import was given up.</summary>
    private async Task<bool> BeginAsync(Guid importId, ForeignReading.Read read, CancellationToken cancel)
    {
        var isMine = await transactions.RunAsync(async token =>
        {
            await db.Set<QuestionImportRow>().Where(row => row.ImportId == importId).ExecuteDeleteAsync(token);
            await db.Set<QuestionImportPart>().Where(part => part.ImportId == importId && part.Number < 0).ExecuteDeleteAsync(token);
            return await Mine(importId).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Format, read.Format.ToString()).SetProperty(i => i.Rows, read.Questions.Count).SetProperty(i => i.Compared, 0), token) is 1;
        }, cancel);
        var number = 0;
        foreach (var (name, bytes) in read.Pictures)
        {
            // Kept with the import until its questions are taken: what nobody takes leaves nothing behind.
            var part = new QuestionImportPart { ImportId = importId, Number = --number, Name = name, Content = bytes };
            await transactions.RunAsync(async token =>
            {
                db.Add(part);
                await db.SaveChangesAsync(token);
            }, cancel);
            db.ChangeTracker.Clear();
        }

        return isMine;
    }

    // Our own Markdown names pictures that the bank may have already.
    private async Task<HashSet<string>> KnownPicturesAsync(ForeignReading.Read read, CancellationToken cancel)
    {
        var known = read.Pictures.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var step in read.Questions.SelectMany(question => question.AllPictures).Select(picture => picture.File).Where(file => !known.Contains(file)).Distinct(StringComparer.Ordinal).ToList().Chunk(500))
        {
            known.UnionWith(await db.CourseFileContents.Where(content => step.Contains(content.Hash)).Select(content => content.Hash).ToListAsync(cancel));
        }

        return known;
    }

    /// <summary>What holds where the file says nothing. Whoever names a basis stands for it.</summary>
    public static ImportDefaults DefaultsOf(QuestionImport import)
    {
        var basis = BasisText.Read(import.DefaultBasis);
        return new ImportDefaults(
            basis ?? new Basis.OfDocument("依据待核", null, $"导入文件“{import.FileName}”没有写依据"), basis is not null, import.DefaultUse, import.DefaultSource.Length is 0 ? null : import.DefaultSource);
    }

    /// <summary>Refuses what the bank could not keep: our own Markdown brings questions past the rules of the other formats.</summary>
    private static ForeignQuestion Judged(ForeignQuestion question, ImportDefaults defaults, HashSet<string> pictures)
    {
        if (!question.IsTakeable)
        {
            return question;
        }

        if (question.AllPictures.FirstOrDefault(picture => !pictures.Contains(picture.File)) is { } missing)
        {
            return question with { Problems = [.. question.Problems, new ForeignProblem(ForeignFault.PictureLeftOut, missing.Alt)] };
        }

        var version = question.Take(defaults).Version;
        var isSound = QuestionLimits.FindRefusal(version) is null && !QuestionJson.Write(question).Contains("\\u0000", StringComparison.Ordinal)
            && QuestionRule.Check(version.Prompt, version.Key).All(fault => fault.Kind is QuestionFaultKind.ExplanationMissing);
        return isSound ? question : question with { Problems = [.. question.Problems, new ForeignProblem(ForeignFault.TextTooLong)] };
    }

    private static QuestionImportRow RowOf(Guid importId, ForeignQuestion question, IReadOnlyList<NearQuestion> near, (int Number, bool IsEqual)? earlier, string fingerprint)
    {
        var twin = near.FirstOrDefault(one => one.IsSame);
        var equal = near.FirstOrDefault(one => one.IsSame && string.Equals(BankContent.FingerprintOf(one.Version), fingerprint, StringComparison.Ordinal));
        var verdict = !question.IsTakeable ? QuestionVerdict.Refused
            : equal is not null || earlier is { IsEqual: true } ? QuestionVerdict.Same
            : twin is not null || earlier is not null ? QuestionVerdict.Near
            : QuestionVerdict.Take;
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
            NearTo = NearTo(equal ?? (earlier is { IsEqual: true } ? null : twin), earlier?.Number, near),
            Content = verdict is QuestionVerdict.Take or QuestionVerdict.Near ? QuestionJson.Write(question) : "",
        };
    }

    private static string? NearTo(NearQuestion? ofBank, int? earlier, IReadOnlyList<NearQuestion> near) =>
        ofBank is not null ? ofBank.QuestionId
        : earlier is { } place ? "#" + place.ToString(CultureInfo.InvariantCulture)
        : near is [var first, ..] ? first.QuestionId
        : null;

    // False when somebody has given the import up meanwhile.
    private async Task<bool> SaveAsync(Guid importId, List<QuestionImportRow> rows, int compared, CancellationToken cancel)
    {
        var until = clock.Now + QuestionImportWork.Lease;
        var isMine = await transactions.RunAsync(async token =>
        {
            db.ChangeTracker.Clear();
            if (await Mine(importId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Compared, compared).SetProperty(i => i.LeasedUntil, until), token) is 0)
            {
                return false;
            }

            var added = new RowChanges<QuestionImportRow>(db);
            rows.ForEach(added.Add);
            await added.SaveAsync(token);
            return true;
        }, cancel);
        db.ChangeTracker.Clear();
        return isMine;
    }

    private Task EndAsync(Guid importId, int[] counts, CancellationToken cancel)
    {
        var (take, near, refused) = (counts[(int)QuestionVerdict.Take], counts[(int)QuestionVerdict.Near], counts[(int)QuestionVerdict.Refused]);
        return transactions.RunAsync(async token =>
        {
            await db.Set<QuestionImportPart>().Where(part => part.ImportId == importId && part.Number > 0).ExecuteDeleteAsync(token);
            await Mine(importId).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, QuestionImportState.Preview).SetProperty(i => i.Content, (byte[]?)null).SetProperty(i => i.ToTake, take).SetProperty(i => i.Near, near)
                    .SetProperty(i => i.Refused, refused).SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null),
                token);
        }, cancel);
    }

    private IQueryable<QuestionImport> Mine(Guid importId) => db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Comparing);

    /// <summary>What stands further up in the file.</summary>
    private sealed class Compared
    {
        private readonly TwinIndex<int> _index = new();
        private readonly Dictionary<int, (QuestionVersion Version, string Fingerprint)> _versions = [];

        public (int Number, bool IsEqual)? FindEarlier(int number, QuestionVersion version)
        {
            var fingerprint = BankContent.FingerprintOf(version);
            var found = _index.Find(version.Prompt.Stem, MostNear).Where(other => BankTwinRule.AreOne(_versions[other].Version, version))
                .Select(other => ((int Number, bool IsEqual)?)(other, string.Equals(_versions[other].Fingerprint, fingerprint, StringComparison.Ordinal)))
                .OrderByDescending(other => other?.IsEqual).FirstOrDefault();
            _index.Put(number, version.Prompt.Stem);
            _versions[number] = (version, fingerprint);
            return found;
        }
    }
}
