using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrainingHub.Storage;

/// <summary>Keeps the statements of queries prepared: see <see cref="KeptConnection"/>.</summary>
internal sealed class SqliteStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        eventData.CommandSource is CommandSource.LinqQuery && result is SqliteCommand { Connection: KeptConnection connection } command ? connection.Prepared(command) : result;
}
