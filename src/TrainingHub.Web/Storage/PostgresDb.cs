using Microsoft.EntityFrameworkCore;

namespace TrainingHub.Storage;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WriteGate gate) : Db(options, gate);
