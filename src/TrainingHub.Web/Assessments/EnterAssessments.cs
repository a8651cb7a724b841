using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Assessments;

/// <summary>Enters what people showed before an assessor, and completes in the same transaction what it was the last part of. The same entered again is nothing new.</summary>
public sealed class EnterAssessments(
    Db db, Transactions transactions, AssessmentsQuery assessments, CompleteTraining complete, KeepProof proofs, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    public async Task<EnterOutcome> RunAsync(AssessmentInput input, KeptProof proof, CancellationToken cancel)
    {
        var lines = input.Lines.Where(line => line.Passed is not null).DistinctBy(line => line.Person).ToDictionary(line => line.Person);
        var people = await assessments.OfAsync(lines.Keys, cancel);
        if ((await assessments.PartsAsync(cancel)).FirstOrDefault(one => one.Id == input.Part) is not { } part || input.Day is not { } day || people.Count != lines.Count)
        {
            return new EnterOutcome.BadChoice();
        }

        if (day > clock.Today || day < part.CycleFrom || part.CycleUntil < day)
        {
            return new EnterOutcome.BadDay();
        }

        return await IsTooLateAsync(part, day, people, cancel)
            ? new EnterOutcome.Late()
            : await transactions.RunAsync(cancel => EnterAsync(input, part, day, people, lines, proof, cancel), cancel);
    }

    private async Task<bool> IsTooLateAsync(AssessedPart part, DateOnly day, IReadOnlyList<AssessedPerson> people, CancellationToken cancel)
    {
        var rules = db.TargetRules.On(clock.Today);
        var cutOffs = await db.CoverageTargets.Where(target => target.ProgrammeId == part.ProgrammeId).Join(rules, target => target.Id, rule => rule.TargetId, (_, rule) => rule.CutOffDay).Distinct().ToListAsync(cancel);
        var units = people.Select(person => person.UnitId).Distinct().ToList();
        return LateEntry.NeedsApproval(day, clock.Today, cutOffs)
            && await scope.Below(Capability.ConfirmDeclarations).Where(unit => units.Contains(unit)).Distinct().CountAsync(cancel) < units.Count;
    }

    private async Task<EnterOutcome> EnterAsync(
        AssessmentInput input, AssessedPart part, DateOnly day, IReadOnlyList<AssessedPerson> people, Dictionary<Guid, AssessedInput> lines, KeptProof proof, CancellationToken cancel)
    {
        var wanted = lines.Keys.ToList();
        var known = await db.PracticalAssessments
            .Where(one => one.ProgrammeId == part.ProgrammeId && one.Title == part.Title && one.Day == day && wanted.Contains(one.PersonId) && one.WithdrawsId == null
                && !db.PracticalAssessments.Any(later => later.WithdrawsId == one.Id))
            .Select(one => new { one.PersonId, one.IsPassed }).ToListAsync(cancel);
        var entered = people.Where(person => !known.Exists(one => one.PersonId == person.Id && one.IsPassed == lines[person.Id].Passed)).ToList();
        await proofs.AddAsync(proof, cancel);
        db.PracticalAssessments.AddRange(entered.Select(person => new PracticalAssessment
        {
            Id = ids.Next(),
            PersonId = person.Id,
            ProgrammeId = part.ProgrammeId,
            Title = part.Title,
            Day = day,
            IsPassed = lines[person.Id].Passed is true,
            Result = lines[person.Id].Result,
            Assessor = input.Assessor,
            OrganizationId = person.UnitId,
            ProofHash = proof.Hash,
            ProofName = proof.Name,
            ProofType = proof.ContentType,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
        }));
        await db.SaveChangesAsync(cancel);
        await complete.ReviewAsync([.. entered.Select(person => person.Id)], [], lapse: null, cancel);
        return new EnterOutcome.Entered(entered.Count);
    }
}
