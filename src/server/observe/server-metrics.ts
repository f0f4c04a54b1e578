// table: every metric that the server exposes
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StatementReport } from '../../engines/engine';
import type { LiveEvent } from '../../service/live/live-tenet';
import type { ServingTenet } from '../serving-tenet';
import type { QuestionNote } from './observed-tenet';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What an operator watches, in the text form of Prometheus. Labels are codes and routes, never names that users give. */
export class ServerMetrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });

  private readonly requests = new Counter({
    name: 'tenet_http_requests_total',
    help: 'HTTP requests that have ended.',
    labelNames: ['route', 'method', 'status'] as const,
    registers: this.registers,
  });
  private readonly requestSeconds = new Histogram({
    name: 'tenet_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['route'] as const,
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly inFlight = new Gauge({
    name: 'tenet_http_requests_in_flight',
    help: 'HTTP requests that are being answered.',
    registers: this.registers,
  });
  private readonly questions = new Counter({
    name: 'tenet_questions_total',
    help: 'Questions by what became of them: ok, or the code of the refusal.',
    labelNames: ['code'] as const,
    registers: this.registers,
  });
  private readonly questionSeconds = new Histogram({
    name: 'tenet_question_duration_seconds',
    help: 'From planning a question to its answer.',
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly statements = new Counter({
    name: 'tenet_engine_statements_total',
    help: 'Statements of the database by what became of them.',
    labelNames: ['code'] as const,
    registers: this.registers,
  });
  private readonly waitSeconds = new Histogram({
    name: 'tenet_engine_wait_seconds',
    help: 'How long statements waited for a slot of the database.',
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly runSeconds = new Histogram({
    name: 'tenet_engine_run_seconds',
    help: 'How long the database worked on a statement.',
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly reloads = new Counter({
    name: 'tenet_reloads_total',
    help: 'Changes of definitions or database, taken over or refused.',
    labelNames: ['change', 'outcome'] as const,
    registers: this.registers,
  });

  constructor(private readonly serving: ServingTenet) {
    this.delay.enable();
    this.gauge('tenet_engine_slots', 'Statements that may run at once.', () => this.load.slots);
    this.gauge('tenet_engine_running', 'Statements that run.', () => this.load.running);
    this.gauge('tenet_engine_waiting', 'Statements that wait.', () => this.load.waiting);
    this.gauge(
      'tenet_engine_sent_back',
      'How often a long statement made room for a short one since the database was opened.',
      () => this.load.sentBack,
    );
    this.gauge('tenet_catalog_broken', 'Definitions with errors.', () => this.catalog.broken.size);
    this.gauge(
      'tenet_catalog_served_as_last_sound',
      'Definitions that are gone or broken and are served as they last were.',
      () => this.catalog.lastGood?.versions.size ?? 0,
    );
    this.definitions();
    this.eventLoop();
    this.process();
  }

  /** In the form that `Content-Type: text/plain; version=0.0.4` announces. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  begin(): void {
    this.inFlight.inc();
  }

  end(route: string, method: string, status: number, ms: number): void {
    this.inFlight.dec();
    this.requests.inc({ route, method, status });
    this.requestSeconds.observe({ route }, ms / 1_000);
  }

  question({ code, ms }: QuestionNote): void {
    this.questions.inc({ code: code ?? 'ok' });
    this.questionSeconds.observe(ms / 1_000);
  }

  statement({ code, waitedMs, ranMs }: StatementReport): void {
    this.statements.inc({ code: code ?? 'ok' });
    this.waitSeconds.observe(waitedMs / 1_000);
    this.runSeconds.observe(ranMs / 1_000);
  }

  happened(event: LiveEvent): void {
    const isRefused = event.kind === 'refused';
    this.reloads.inc({
      change: isRefused ? event.change : event.kind,
      outcome: isRefused ? 'refused' : 'live',
    });
  }

  close(): void {
    this.delay.disable();
  }

  private get load() {
    return this.serving.current.engine.load();
  }

  private get catalog() {
    return this.serving.current.catalog;
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: this.registers,
      collect() {
        this.set(read());
      },
    });
  }

  private definitions(): void {
    const catalog = () => this.catalog;
    new Gauge({
      name: 'tenet_catalog_definitions',
      help: 'Definitions that are served.',
      labelNames: ['kind'] as const,
      registers: this.registers,
      collect() {
        for (const kind of ['metrics', 'dimensions', 'datasets', 'segments'] as const)
          this.set({ kind }, catalog()[kind].size);
      },
    });
  }

  /** Since it was asked for last. */
  private eventLoop(): void {
    const { delay } = this;
    new Gauge({
      name: 'tenet_event_loop_delay_seconds',
      help: 'How late timers came since the last reading.',
      labelNames: ['quantile'] as const,
      registers: this.registers,
      collect() {
        for (const quantile of [50, 99, 100])
          this.set({ quantile: String(quantile / 100) }, delay.percentile(quantile) / 1e9);
        delay.reset();
      },
    });
  }

  private process(): void {
    this.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    this.gauge('process_start_time_seconds', 'When the process began.', () => performance.timeOrigin / 1_000);
    this.gauge('process_cpu_seconds', 'CPU that the process has used.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
  }
}
