using Microsoft.EntityFrameworkCore;

namespace TrainingHub.Storage;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WriteGate gate) : Db(options, gate);
