using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// Rows that were read without tracking, to be written back in one go and forgotten: the context may live on, and must never hand out
/// an earlier copy of a figure.
/// </summary>
internal sealed class RowChanges(Db db)
{
    private readonly List<object> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    public void Add(object row) => Set(row, EntityState.Added);

    public void Change(object row) => Set(row, EntityState.Modified);

    public void Remove(object row) => Set(row, EntityState.Deleted);

    public async Task WriteAsync(CancellationToken cancel)
    {
        if (IsEmpty)
        {
            return;
        }

        await db.SaveChangesAsync(cancel);
        foreach (var row in _rows)
        {
            db.Entry(row).State = EntityState.Detached;
        }

        _rows.Clear();
    }

    private void Set(object row, EntityState state)
    {
        db.Entry(row).State = state;
        _rows.Add(row);
    }
}
