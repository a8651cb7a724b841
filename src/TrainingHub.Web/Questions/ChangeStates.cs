using System.Linq.Expressions;

namespace TrainingHub.Questions;

/// <summary>How far changes of many questions are, said in one place.</summary>
internal static class ChangeStates
{
    private static readonly Expression<Func<BankJob, ChangeState>> Of = job =>
        job.IsStopped ? ChangeState.Stopped : job.EndedAt == null ? ChangeState.Running : ChangeState.Ended;

    private static readonly Func<BankJob, ChangeState> OfOne = Of.Compile();

    extension(BankJob job)
    {
        public ChangeState State() => OfOne(job);
    }

    extension(IQueryable<BankJob> jobs)
    {
        public IQueryable<BankJob> In(ChangeState state) =>
            jobs.Where(Expression.Lambda<Func<BankJob, bool>>(Expression.Equal(Of.Body, Expression.Constant(state)), Of.Parameters));
    }
}
